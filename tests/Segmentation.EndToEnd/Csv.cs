using System.Text;

namespace Segmentation.EndToEnd;

/// <summary>A table of cells read by the letter of RFC 4180: a second opinion on what the product writes.</summary>
public sealed record Csv(string[] Header, IReadOnlyList<string[]> Rows)
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Csv Parse(byte[] bytes, char separator = ',') => Parse(s_strict.GetString(bytes).TrimStart('\uFEFF'), separator);

    public static Csv Parse(string text, char separator = ',')
    {
        var records = Records(text, separator).ToArray();
        return new Csv(records[0], records[1..]);
    }

    public IEnumerable<string> Column(string name) => Rows.Select(row => row[Array.IndexOf(Header, name)]);

    private static IEnumerable<string[]> Records(string text, char separator)
    {
        var record = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            record.Add(text[at] == '"' ? Quoted(text, ref at) : Plain(text, separator, ref at));
            if (at < text.Length && text[at] == separator)
            {
                at++;
                if (at < text.Length && text[at] is not ('\r' or '\n'))
                {
                    continue;
                }

                record.Add("");
            }

            at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
            yield return [.. record];
            record.Clear();
        }
    }

    private static string Plain(string text, char separator, ref int at)
    {
        var end = at;
        while (end < text.Length && text[end] != separator && text[end] is not ('\r' or '\n'))
        {
            end++;
        }

        var cell = text[at..end];
        at = end;
        return cell;
    }

    private static string Quoted(string text, ref int at)
    {
        var cell = new StringBuilder();
        for (at++; text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"'); at++)
        {
            at += text[at] == '"' ? 1 : 0;
            cell.Append(text[at]);
        }

        at++;
        return cell.ToString();
    }
}
