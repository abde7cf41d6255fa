using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Xunit;

namespace Segmentation.Core.Tests.Frame.IO;

public class WorkbookTests
{
    private static readonly object?[][] s_customers =
    [
        ["id", "name", "spent", "member"],
        [1.0, "Ann", 12.5, true],
        [2.0, "Bob", null, false],
        [3.0, "Cy", new Error("#DIV/0!"), true],
    ];

    [Fact]
    public void Read_Workbook_HasTypedColumnsAndCountsErrors()
    {
        var dataset = Reading.Bytes(Workbook(("Customers", s_customers)));

        Assert.Equal((3, new Dialect("", "", true)), (dataset.Frame.Rows, dataset.Dialect));
        Assert.Equal(
            [ColumnType.Integer, ColumnType.Text, ColumnType.Number, ColumnType.Boolean],
            dataset.Frame.Columns.Select(column => column.Type));
        Assert.Equal(["12.5", "", "#DIV/0!"], Reading.Cells(dataset.Frame["spent"]));
        Assert.Equal((DataIssueKind.FormulaError, 4L), (Assert.Single(dataset.Issues).Kind, dataset.Issues[0].Line));
    }

    [Fact]
    public void Read_SeveralSheets_TakesTheFirstThatIsNotEmptyOrTheChosenOne()
    {
        var workbook = Workbook(("Empty", []), ("First", s_customers), ("Second", [["a"], [1.0], [2.0]]));

        var first = Reading.Bytes(workbook);
        var second = Reading.Bytes(workbook, new ReadingOptions { Sheet = "Second" });
        var none = Assert.Throws<UnusableDataException>(() => Reading.Bytes(workbook, new ReadingOptions { Sheet = "Third" }));

        Assert.Equal(["Empty", "First", "Second"], first.Sheets);
        Assert.Equal(("First", 3), (first.Sheet, first.Frame.Rows));
        Assert.Equal(("Second", 2), (second.Sheet, second.Frame.Rows));
        Assert.Contains("'First'", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BlankRowsAndGzip_AreSeenThrough()
    {
        var workbook = Workbook(("S", [[null, null], ["a", "b"], [1.0, 2.0], [null, null], [3.0, 4.0]]));
        var dataset = Reading.Bytes(Reading.Gzip(workbook));

        Assert.Equal((2, "a"), (dataset.Frame.Rows, dataset.Frame.Columns[0].Name));
    }

    [Fact]
    public void Read_EmptyOrHeaderOnlyWorkbook_IsSaid()
    {
        var empty = Assert.Throws<UnusableDataException>(() => Reading.Bytes(Workbook(("Nothing", []))));
        var header = Assert.Throws<UnusableDataException>(() => Reading.Bytes(Workbook(("S", [["name", "age"]]))));

        Assert.Contains("empty", empty.Message, StringComparison.Ordinal);
        Assert.Contains("no rows of data", header.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BrokenWorkbook_IsSaid()
    {
        var workbook = Workbook(("S", s_customers));

        Assert.Contains("broken", Assert.Throws<UnusableDataException>(() => Reading.Bytes(workbook[..(workbook.Length / 2)])).Message, StringComparison.Ordinal);
        byte[] binary = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]];
        Assert.Contains("broken", Assert.Throws<UnusableDataException>(() => Reading.Bytes(binary)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(600)]
    [InlineData((1 << 16) - 9)]   // across two blocks of the search
    public void Read_WorkbookWithAPassword_IsSaid(int place)
    {
        byte[] encrypted = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[100_000]];
        System.Text.Encoding.Unicode.GetBytes("EncryptedPackage").CopyTo(encrypted, place);

        Assert.Contains("password", Assert.Throws<UnusableDataException>(() => Reading.Bytes(encrypted)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EncryptedPackageInACompoundFile_IsSaid() => Assert.Equal(
        "The workbook is protected by a password. Save it without a password and choose it again.",
        Assert.Throws<UnusableDataException>(() => Reading.Bytes(EncryptedWorkbook.Bytes())).Message);

    [Fact]
    public void Read_ArchiveThatIsNoWorkbook_IsSaid()
    {
        var error = Assert.Throws<UnusableDataException>(() => Reading.Bytes(Zip("table.csv", 10)));

        Assert.Contains("archive", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ZipBomb_IsRefusedBeforeItIsParsed()
    {
        var limits = new ReadingLimits { FreelyUnpackedBytes = 1 << 20 };

        var error = Assert.Throws<UnusableDataException>(() => Reading.Bytes(Zip("xl/worksheets/sheet1.xml", 30_000_000), null, limits));

        Assert.Contains("unpacks to more than", error.Message, StringComparison.Ordinal);
    }

    private sealed record Error(string Text);

    private static byte[] Zip(string name, int length)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(new byte[length]);
        }

        return stream.ToArray();
    }

    private static byte[] Workbook(params (string Name, object?[][] Rows)[] sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var part = document.AddWorkbookPart();
            part.Workbook = new Workbook(new Sheets());
            foreach (var (name, rows) in sheets)
            {
                var sheet = part.AddNewPart<WorksheetPart>();
                sheet.Worksheet = new Worksheet(new SheetData(rows.Select(row => new Row(row.Select(MakeCell)))));
                part.Workbook.Sheets!.AppendChild(new Sheet
                {
                    Name = name,
                    SheetId = (uint)part.Workbook.Sheets!.ChildElements.Count + 1,
                    Id = part.GetIdOfPart(sheet),
                });
            }
        }

        return stream.ToArray();
    }

    private static OpenXmlElement MakeCell(object? value) => value switch
    {
        null => new Cell(),
        double number => new Cell { DataType = CellValues.Number, CellValue = new CellValue(number) },
        bool flag => new Cell { DataType = CellValues.Boolean, CellValue = new CellValue(flag ? "1" : "0") },
        Error error => new Cell { DataType = CellValues.Error, CellValue = new CellValue(error.Text) },
        _ => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text((string)value)) },
    };
}
