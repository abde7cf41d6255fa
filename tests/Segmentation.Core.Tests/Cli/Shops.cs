using System.Globalization;
using System.Text;

namespace Segmentation.Core.Tests.Cli;

/// <summary>Files for the command line, made by hand.</summary>
internal static class Shops
{
    /// <summary>
    /// Sixty customers in three groups of 30, 20 and 10; the last customer's income is far out and the one before has none.
    /// The names of the columns hold what is awkward to type.
    /// </summary>
    public static string Sixty()
    {
        var text = new StringBuilder("id,\"Income, yearly\",Score,Region\n");
        for (var row = 0; row < 60; row++)
        {
            var (income, score) = row < 30 ? (20, 80) : row < 50 ? (60, 20) : (100, 90);
            var cell = row switch
            {
                58 => "",
                59 => "100000",
                _ => (income + (row % 5)).ToString(CultureInfo.InvariantCulture),
            };
            text.Append(CultureInfo.InvariantCulture, $"C{row:000},{cell},{score + (row % 3)},{(row % 2 == 0 ? "North" : "South")}\n");
        }

        return text.ToString();
    }
}
