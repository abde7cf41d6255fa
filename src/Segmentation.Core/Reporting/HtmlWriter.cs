using System.Text;
using System.Xml;

namespace Segmentation.Core.Reporting;

/// <summary>
/// Writes HTML that is well-formed XML as well. Whatever is handed over as text or as an attribute is encoded, and characters that neither
/// allows become the sign for that.
/// </summary>
internal sealed class HtmlWriter : IDisposable
{
    private readonly XmlWriter _xml;

    /// <summary>Writes UTF-8 without a mark, with line feeds, and leaves the stream open.</summary>
    public HtmlWriter(Stream output) => _xml = XmlWriter.Create(output, new XmlWriterSettings
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        OmitXmlDeclaration = true,
        Indent = true,
        IndentChars = "",
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.None,
        CloseOutput = false,
    });

    /// <summary>The document type.</summary>
    public void Begin() => _xml.WriteRaw("<!DOCTYPE html>\n");

    /// <summary>An element with what <paramref name="content"/> writes inside.</summary>
    public void Element(string name, Action content, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        content();
        _xml.WriteFullEndElement();
    }

    /// <summary>An element with a text inside.</summary>
    public void Element(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        _xml.WriteString(Clean(text));
        _xml.WriteFullEndElement();
    }

    /// <summary>An element that has no inside.</summary>
    public void Void(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        _xml.WriteEndElement();
    }

    /// <summary>A table with a header.</summary>
    public void Table(IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows, string look = "") => Element("table", () =>
    {
        Element("thead", () => Element("tr", () => Cells("th", header)));
        Element("tbody", () =>
        {
            foreach (var row in rows)
            {
                Element("tr", () => Cells("td", row));
            }
        });
    }, ("class", look));

    public void Dispose() => _xml.Dispose();

    private void Start(string name, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            _xml.WriteAttributeString(attribute, Clean(value));
        }
    }

    private void Cells(string name, IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            Element(name, text);
        }
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Enumerating has put the sign in the place of halves of characters already.
            var isAllowed = rune.Value is '\t' or '\n' or >= 0x20 and not (>= 0x7F and <= 0x9F) and not (0xFFFE or 0xFFFF);
            clean.Append(isAllowed ? rune : Rune.ReplacementChar);
        }

        return clean.ToString();
    }
}
