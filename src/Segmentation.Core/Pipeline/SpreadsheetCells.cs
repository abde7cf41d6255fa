using System.Globalization;
using CsvHelper;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Pipeline;

/// <summary>
/// Writes cells so that a spreadsheet shows them and runs none of them. CsvHelper's own guard would put an apostrophe before every
/// text that begins with a sign, numbers among them; here a number stays a number.
/// </summary>
internal sealed class SpreadsheetCells(CsvWriter writer, bool escapeFormulas)
{
    // What a formula begins with; TABs and line breaks in front of one are passed over by some, and the wide forms are read as the narrow ones.
    private const string FormulaStarts = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static readonly string[] s_fixed = [.. Enumerable.Range(0, 16).Select(decimals => string.Create(CultureInfo.InvariantCulture, $"F{decimals}"))];

    /// <summary>Writes one cell of a column as the file wrote it. Numbers that need nothing but digits skip the text in between.</summary>
    public void Write(DataColumn column, int row)
    {
        if (column is not NumberColumn numbers || numbers.Missing[row])
        {
            WriteText(column.Format(row));
        }
        else if (IsUndressed(numbers.Style) && numbers.Style.Decimals is { } decimals && decimals < s_fixed.Length)
        {
            writer.WriteField(numbers[row], s_fixed[decimals]);
        }
        else if (IsUndressed(numbers.Style) && numbers.Style.Decimals is null && IsShort(numbers[row]))
        {
            writer.WriteField(numbers[row]);
        }
        else if (numbers.Style.Prefix.Any(char.IsAsciiLetter))
        {
            // A spreadsheet may take -USD5 for the cell USD5 with a minus in front.
            WriteText(numbers.Format(row));
        }
        else
        {
            writer.WriteField(numbers.Format(row));
        }
    }

    /// <summary>Writes a text, with an apostrophe in front and in quotes when it would be run as a formula.</summary>
    public void WriteText(string text)
    {
        if (escapeFormulas && IsFormula(text))
        {
            writer.WriteField($"'{text}", CsvQuoting.Always);
        }
        else
        {
            writer.WriteField(text);
        }
    }

    private static bool IsUndressed(NumberStyle style) => style is
    {
        DecimalSeparator: '.', GroupSeparator: "", Prefix: "", Suffix: "", MinimumDigits: 1, NegativeSign: not NegativeSign.Parentheses,
    };

    // Within these limits the shortest form of a number has no exponent and is what the plain style writes.
    private static bool IsShort(double value) => Math.Abs(value) is 0 or (>= 1e-4 and < 1e15);

    private static bool IsFormula(string text) => text.Length > 0 && FormulaStarts.Contains(text[0]) && !IsSignedNumber(text);

    private static bool IsSignedNumber(string text) =>
        text.Length > 1 && text[0] is '-' or '+' && (char.IsAsciiDigit(text[1]) || text[1] == '.')
        && double.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);
}
