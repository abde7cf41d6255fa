using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Xunit;

namespace Segmentation.Core.Tests.Frame.IO;

/// <summary>What is written is read back, whatever the table, the separator, the quotes and the encoding.</summary>
public class RoundTripProperties
{
    private static readonly char[] s_separators = [',', ';', '\t', '|'];
    private static readonly string[] s_encodings = ["utf-8", "utf-16", "utf-16be", "windows-1252"];

    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(150);

    private static readonly Gen<string> s_cell = Gen.OneOf(
        Gen.Elements("", "a", "Ä b", "x,y", "p;q", "t\tt", "1|2", "say \"hi\"", "\"", "two\nlines", "two\r\nlines", "NA", "-", "<b>", "é"),
        Gen.Choose(-5000, 5000).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.Choose(-5000, 5000).Select(n => (n / 8.0).ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static readonly Gen<string[][]> s_table =
        from columns in Gen.Choose(2, 6)
        from rows in Gen.Choose(1, 40)
        from cells in Gen.ArrayOf(Gen.ArrayOf(s_cell, columns), rows)
        select cells;

    [Fact]
    public void Read_AnyTableThatWasWritten_HasTheSameCells() => Check.One(
        s_config,
        Prop.ForAll(
            Arb.From(from table in s_table
                     from separator in Gen.Elements(s_separators)
                     from encoding in Gen.Elements(s_encodings)
                     from breaks in Gen.Elements("\n", "\r\n")
                     from quotesAll in Gen.Elements(true, false)
                     select (table, separator, encoding, breaks, quotesAll)),
            written =>
            {
                var names = Enumerable.Range(0, written.table[0].Length).Select(place => $"name{place}").ToArray();
                var text = string.Concat(written.table.Prepend(names).Select(row =>
                    string.Join(written.separator, row.Select(cell => Quote(cell, written.separator, written.quotesAll))) + written.breaks));
                var encoding = TextEncoding.ByName(written.encoding);
                var dataset = Reading.Bytes(
                    [.. encoding.GetPreamble(), .. encoding.GetBytes(text)],
                    new ReadingOptions { Separator = written.separator, HasHeader = true, Encoding = written.encoding });
                return SameValues(written.table, dataset);
            }));

    [Fact]
    public void Read_AnyDouble_HasTheSameBits() => Check.One(
        s_config,
        Prop.ForAll(ArbMap.Default.ArbFor<NormalFloat[]>(), floats =>
        {
            var values = floats.Select(value => value.Get).Append(0.5).ToArray();
            var column = Reading.Column([.. values.Select(value => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture))]);
            var again = Reading.Column(Reading.Cells(column));
            return column is NumberColumn number && number.Values.SequenceEqual(values) && ((NumberColumn)again).Values.SequenceEqual(values);
        }));

    [Fact]
    public void Read_AnyDate_IsWrittenBack() => Check.One(
        s_config,
        Prop.ForAll(
            Arb.From(from days in Gen.ArrayOf(Gen.Choose(0, 60_000), 20)
                     from pattern in Gen.Elements("yyyy-MM-dd", "dd.MM.yyyy", "MM/dd/yyyy", "d MMM yyyy", "yyyyMMdd", "yyyy-MM-dd HH:mm:ss", "d/M/yyyy H:mm")
                     select (days, pattern)),
            dates =>
            {
                // One date that can be only one way round decides the column.
                var values = dates.days.Append(30).Select(day => new DateTime(1900, 1, 1).AddDays(day)).ToArray();
                var cells = values.Select(value => value.ToString(dates.pattern, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
                var column = Reading.Column(cells);
                return column is DateColumn date && date.Values.SequenceEqual(values) && Reading.Cells(column).SequenceEqual(cells);
            }));

    private static string Quote(string cell, char separator, bool always) =>
        always || cell.AsSpan().IndexOfAny([separator, '"', '\n', '\r']) >= 0 ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : cell;

    // Numbers are compared by value: a column has one style for all its cells. A row without any cell may be a blank line.
    private static bool SameValues(string[][] table, Dataset dataset)
    {
        var rows = table.Where(row => row.Length > 1 || row[0].Length > 0).ToArray();
        return rows.Length == dataset.Frame.Rows && rows.Select((row, number) => row.Select((cell, place) =>
        {
            var column = dataset.Frame.Columns[place];
            var isSameNumber = column is NumberColumn numbers && !column.Missing[number]
                && double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture) == numbers[number];
            return isSameNumber || column.Format(number) == cell.Trim();
        }).All(same => same)).All(same => same);
    }
}
