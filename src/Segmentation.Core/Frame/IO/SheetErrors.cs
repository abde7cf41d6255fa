using System.IO.Compression;
using System.Xml;

namespace Segmentation.Core.Frame.IO;

/// <summary>
/// Finds the cells of an <c>.xlsx</c> workbook that hold an error such as <c>#DIV/0!</c>, which the workbook reader gives as
/// empty cells. Sheets without errors cost one search through their bytes.
/// </summary>
internal sealed class SheetErrors(Stream workbook)
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly XmlReaderSettings s_settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>The errors of a sheet by line, counted from 1, and column, counted from 0. Leaves the stream where it was.</summary>
    public Dictionary<(int Line, int Place), string> Of(string sheet)
    {
        var position = workbook.Position;
        try
        {
            workbook.Position = 0;
            using var archive = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
            var entry = FindSheet(archive, sheet);
            return entry is not null && HasErrors(entry) ? ReadErrors(entry) : [];
        }
        finally
        {
            workbook.Position = position;
        }
    }

    private static ZipArchiveEntry? FindSheet(ZipArchive archive, string sheet)
    {
        var id = Find(archive, "xl/workbook.xml", "sheet", element => element.GetAttribute("name") == sheet ? element.GetAttribute("id", Relationships) : null);
        var target = id is null ? null
            : Find(archive, "xl/_rels/workbook.xml.rels", "Relationship", element => element.GetAttribute("Id") == id ? element.GetAttribute("Target") : null);
        return target is null ? null : archive.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target);
    }

    private static string? Find(ZipArchive archive, string part, string name, Func<XmlReader, string?> choose)
    {
        if (archive.GetEntry(part) is not { } entry)
        {
            return null;
        }

        using var stream = entry.Open();
        using var xml = XmlReader.Create(stream, s_settings);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == name && choose(xml) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static bool HasErrors(ZipArchiveEntry sheet)
    {
        ReadOnlySpan<byte> mark = "t=\"e\""u8;
        using var stream = sheet.Open();
        var block = new byte[1 << 16];
        var kept = 0;
        int read;
        while ((read = stream.Read(block, kept, block.Length - kept)) > 0)
        {
            var filled = block.AsSpan(0, kept + read);
            if (filled.IndexOf(mark) >= 0)
            {
                return true;
            }

            kept = Math.Min(filled.Length, mark.Length - 1);
            filled[^kept..].CopyTo(block);
        }

        return false;
    }

    private static Dictionary<(int Line, int Place), string> ReadErrors(ZipArchiveEntry sheet)
    {
        var errors = new Dictionary<(int Line, int Place), string>();
        using var stream = sheet.Open();
        using var xml = XmlReader.Create(stream, s_settings);
        var (line, place) = (0, -1);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "row")
            {
                line = int.TryParse(xml.GetAttribute("r"), out var number) ? number : line + 1;
                place = -1;
            }
            else if (xml.LocalName == "c")
            {
                place = PlaceOf(xml.GetAttribute("r")) ?? place + 1;
                if (xml.GetAttribute("t") == "e" && xml.ReadToDescendant("v", xml.NamespaceURI))
                {
                    errors[(line, place)] = xml.ReadElementContentAsString();
                }
            }
        }

        return errors;
    }

    // The letters of a reference such as AB12 are a number in base 26 without a zero.
    private static int? PlaceOf(string? reference)
    {
        if (string.IsNullOrEmpty(reference))
        {
            return null;
        }

        var place = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper))
        {
            place = (place * 26) + letter - 'A' + 1;
        }

        return place - 1;
    }
}
