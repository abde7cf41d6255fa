using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Segmentation.EndToEnd;

/// <summary>Small workbooks, written by another library than the one that reads them.</summary>
public static class Workbooks
{
    /// <summary>A workbook of one sheet per entry: its name, and its rows of text or numbers.</summary>
    public static byte[] Of(params (string Sheet, object[][] Rows)[] sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            for (var i = 0; i < sheets.Length; i++)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(sheets[i].Rows.Select(row => new Row(row.Select(CellOf)))));
                book.Workbook.Sheets!.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)i + 1, Name = sheets[i].Sheet });
            }
        }

        return stream.ToArray();
    }

    private static Cell CellOf(object value) => value is string text
        ? new Cell(new InlineString(new Text(text))) { DataType = CellValues.InlineString }
        : new Cell(new CellValue(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture))) { DataType = CellValues.Number };
}
