using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace Segmentation.EndToEnd;

/// <summary>Files that tests send: customers of invented shops, the same each time.</summary>
public static class Shops
{
    /// <summary>Customers of each kind in <see cref="FourKinds"/>, the largest first.</summary>
    public static readonly int[] KindSizes = [120, 80, 60, 40];

    private static readonly (int Income, int Score)[] s_centres = [(30, 30), (30, 90), (90, 30), (90, 90)];

    /// <summary>Four kinds of customers far from each other in income and score; age tells nothing, visits are skewed; some incomes are far out.</summary>
    public static string FourKinds(int farOut = 3)
    {
        var text = new StringBuilder("customer,income,score,age,visits,city\n");
        var id = 1;
        for (var round = 0; round < KindSizes[0]; round++)
        {
            for (var kind = 0; kind < KindSizes.Length; kind++)
            {
                if (round < KindSizes[kind])
                {
                    var (income, score) = s_centres[kind];
                    text.Append(CultureInfo.InvariantCulture, $"C{id:D4},{income + Spread(id, 7, 13)},{score + Spread(id, 5, 13)},{20 + (id * 7 % 45)},{1 + (id * 11 % 17 * (id * 11 % 17) / 8)},{(id % 3 == 0 ? "Köln" : "Bonn")}\n");
                    id++;
                }
            }
        }

        for (var i = 0; i < farOut; i++, id++)
        {
            text.Append(CultureInfo.InvariantCulture, $"C{id:D4},{400 + (100 * i)},{50 + i},{30 + i},{5 + i},Bonn\n");
        }

        return text.ToString();
    }

    /// <summary>Customers whose cells hold separators, quotes, line breaks, formulas, letters beyond ASCII, and who repeat or lack a value.</summary>
    public static string Awkward()
    {
        var text = new StringBuilder("id,name,income,score,note\r\n");
        for (var i = 1; i <= 60; i++)
        {
            var income = i % 20 == 0 ? "" : (20 + (i * 37 % 80)).ToString(CultureInfo.InvariantCulture);
            var note = (i % 6) switch
            {
                0 => "\"a, b\"",
                1 => "\"said \"\"no\"\"\"",
                2 => "\"two\r\nlines\"",
                3 => "=1+1",
                4 => "über – 東京",
                _ => "",
            };
            text.Append(CultureInfo.InvariantCulture, $"{i},Customer {i},{income},{-5 + (i * 53 % 100)},{note}\r\n");
        }

        return text.ToString();
    }

    public static FilePayload File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public static FilePayload File(string name, byte[] bytes) => new() { Name = name, MimeType = "application/octet-stream", Buffer = bytes };

    private static int Spread(int id, int step, int width) => (id * step % width) - (width / 2);
}
