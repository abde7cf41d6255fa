using System.IO.Compression;
using System.Text;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;

namespace Segmentation.Core.Tests.Frame.IO;

/// <summary>Reads small files that tests write as strings or bytes.</summary>
internal static class Reading
{
    public static Dataset Text(string content, ReadingOptions? options = null) => Bytes(Encoding.UTF8.GetBytes(content), options);

    public static Dataset Bytes(byte[] content, ReadingOptions? options = null, ReadingLimits? limits = null)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, content);
            return DatasetReader.Read(path, options ?? ReadingOptions.Default, limits ?? ReadingLimits.Default, "test.csv", null, CancellationToken.None);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>One column of cells under the name "v", beside a column that keeps blank cells from being blank lines.</summary>
    public static DataColumn Column(params string[] cells) => Text(ColumnText(cells)).Frame["v"];

    public static Dataset ColumnDataset(ReadingOptions? options, params string[] cells) => Text(ColumnText(cells), options);

    public static string[] Cells(DataColumn column) => [.. Enumerable.Range(0, column.Length).Select(column.Format)];

    public static string[][] Cells(Dataset dataset) =>
        [.. Enumerable.Range(0, dataset.Frame.Rows).Select(row => dataset.Frame.Columns.Select(column => column.Format(row)).ToArray())];

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    private static string ColumnText(string[] cells) => "v|k\n" + string.Concat(cells.Select((cell, row) => $"{cell}|row{row}x\n"));
}
