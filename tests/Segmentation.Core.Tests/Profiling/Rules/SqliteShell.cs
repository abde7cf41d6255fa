using System.Diagnostics;
using System.Globalization;
using System.Text;
using Segmentation.Core.Frame;
using Xunit;

namespace Segmentation.Core.Tests.Profiling.Rules;

/// <summary>SQLite's own shell, so that what we write is read by somebody else.</summary>
internal static class SqliteShell
{
    /// <summary>What an expression gives for each row of a frame that is put into a table; skips the test where there is no shell.</summary>
    public static string[] Evaluate(DataFrame frame, string expression)
    {
        var script = new StringBuilder("BEGIN;\n");
        script.Append(CultureInfo.InvariantCulture, $"CREATE TABLE t ({string.Join(", ", frame.Columns.Select(column => $"{Name(column.Name)} {(column.IsNumeric ? "REAL" : "TEXT")}"))});\n");
        for (var row = 0; row < frame.Rows; row++)
        {
            script.Append(CultureInfo.InvariantCulture, $"INSERT INTO t VALUES ({string.Join(", ", frame.Columns.Select(column => Cell(column, row)))});\n");
        }

        script.Append(CultureInfo.InvariantCulture, $"COMMIT;\nSELECT {expression} FROM t ORDER BY rowid;\nSELECT 'rows', count(*) FROM t;\n");
        var lines = Run(script.ToString()).TrimEnd().Split('\n');
        Assert.Equal($"rows|{frame.Rows}", lines[^1]);
        return lines[..^1];
    }

    private static string Run(string script)
    {
        var start = new ProcessStartInfo("sqlite3", ["-batch", "-bail", ":memory:"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        using var process = Start(start);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.StandardInput.Write(script);
        process.StandardInput.Close();
        process.WaitForExit();
        Assert.Equal("", error.Result);
        return output.Result;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("SQLite's shell is not here; tests/run installs it.");
            throw;
        }
    }

    private static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // As bytes, so that nothing in a text can be taken for SQL.
    private static string Cell(DataColumn column, int row) => column switch
    {
        _ when column.Missing[row] => "NULL",
        NumberColumn numbers => numbers[row].ToString("R", CultureInfo.InvariantCulture),
        TextColumn texts => $"CAST(X'{Convert.ToHexString(Encoding.UTF8.GetBytes(texts[row]!))}' AS TEXT)",
        _ => "NULL",
    };
}
