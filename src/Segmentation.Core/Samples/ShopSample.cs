using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Samples;

/// <summary>
/// The built-in sample: invented customers of an invented shop, drawn from five kinds of people, with the flaws that
/// real files have: empty cells, spellings that differ, a few values far out. The same table every time.
/// </summary>
public static class ShopSample
{
    /// <summary>The sample's address and name on the screen.</summary>
    public const string Name = "sample shop";

    /// <summary>Customers in the sample.</summary>
    public const int Customers = 2_400;

    private const int Seed = 20;

    // Means and standard deviations; the kinds lie far enough apart to be found and near enough to be plausible.
    private static readonly Kind[] s_kinds =
    [
        new("everyday families", 0.34, (42, 8), (52, 8), (4.2, 0.9), (48, 9), (24, 7), (18, 9)),
        new("bargain hunters", 0.22, (35, 9), (31, 6), (6.8, 1.2), (21, 6), (63, 9), (11, 6)),
        new("big spenders", 0.13, (49, 8), (104, 14), (5.6, 1.1), (142, 24), (7, 4), (9, 5)),
        new("occasional gifts", 0.19, (55, 9), (68, 11), (1.0, 0.4), (86, 16), (17, 7), (96, 26)),
        new("drifting away", 0.12, (30, 7), (40, 8), (0.8, 0.4), (33, 9), (38, 10), (212, 38)),
    ];

    private static readonly string[] s_regions = ["North", "South", "East", "West"];

    /// <summary>The sample as if it had been read from a file.</summary>
    public static Dataset Create()
    {
        var frame = Draw();
        return new Dataset
        {
            Name = Name,
            Frame = frame,
            Schema = new Schema(Collections.ValueMap.ToValueMap(
            [
                KeyValuePair.Create("Customer", ColumnRole.Identifier),
                KeyValuePair.Create("Region", ColumnRole.Category),
                KeyValuePair.Create("Member", ColumnRole.Category),
                KeyValuePair.Create("Joined", ColumnRole.Date),
                .. frame.Columns.Where(column => column.IsNumeric && column.Name != "Customer").Select(column => KeyValuePair.Create(column.Name, ColumnRole.Feature)),
            ])),
            Dialect = new Dialect(",", "utf-8", Header: true),
        };
    }

    private static DataFrame Draw()
    {
        var random = new SeededRandom(Seed);
        var columns = new Columns();
        for (var row = 0; row < Customers; row++)
        {
            columns.Fill(row, KindAt(random.NextDouble()), random);
        }

        return columns.ToFrame();
    }

    private static Kind KindAt(double share)
    {
        foreach (var kind in s_kinds)
        {
            if ((share -= kind.Share) < 0)
            {
                return kind;
            }
        }

        return s_kinds[^1];
    }

    private sealed record Kind(
        string Name,
        double Share,
        (double Mean, double Deviation) Age,
        (double Mean, double Deviation) Income,
        (double Mean, double Deviation) Visits,
        (double Mean, double Deviation) Basket,
        (double Mean, double Deviation) Discount,
        (double Mean, double Deviation) DaysSince);

    private sealed class Columns
    {
        private readonly double[] _customer = new double[Customers];
        private readonly double[] _age = new double[Customers];
        private readonly double[] _income = new double[Customers];
        private readonly double[] _visits = new double[Customers];
        private readonly double[] _basket = new double[Customers];
        private readonly double[] _discount = new double[Customers];
        private readonly double[] _daysSince = new double[Customers];
        private readonly int[] _region = new int[Customers];
        private readonly int[] _member = new int[Customers];
        private readonly DateTime[] _joined = new DateTime[Customers];

        public void Fill(int row, Kind kind, SeededRandom random)
        {
            _customer[row] = 10_001 + row;
            _age[row] = Math.Round(Between(18, 90, Normal(kind.Age, random)));
            _income[row] = random.NextDouble() < 0.02 ? double.NaN : Math.Round(Between(12, 260, Normal(kind.Income, random)), 1);
            _visits[row] = Math.Round(Between(0.1, 20, Normal(kind.Visits, random)), 1);
            _basket[row] = Math.Round(Between(4, 400, Normal(kind.Basket, random)), 2);
            _discount[row] = Math.Round(Between(0, 95, Normal(kind.Discount, random)));
            _daysSince[row] = Math.Round(Between(0, 365, Normal(kind.DaysSince, random)));
            // One in sixty was typed in lower case, as happens.
            _region[row] = random.Next(s_regions.Length) + (random.Next(60) == 0 ? s_regions.Length : 0);
            _member[row] = random.NextDouble() < (kind.Discount.Mean > 30 ? 0.7 : 0.35) ? 1 : 0;
            _joined[row] = new DateTime(2019, 1, 1).AddDays(random.Next(2_000));
            if (random.Next(400) == 0)
            {
                _basket[row] = Math.Round(_basket[row] * 3, 2);
            }
        }

        public DataFrame ToFrame() => new(
        [
            new NumberColumn("Customer", _customer, isInteger: true),
            new NumberColumn("Age", _age, isInteger: true),
            new NumberColumn("Income (k€)", _income),
            new NumberColumn("Visits a month", _visits),
            new NumberColumn("Basket (€)", _basket),
            new NumberColumn("Bought on discount (%)", _discount, isInteger: true),
            new NumberColumn("Days since last visit", _daysSince, isInteger: true),
            new TextColumn("Region", ColumnType.Category, _region, [.. s_regions, .. s_regions.Select(region => region.ToLowerInvariant())]),
            new TextColumn("Member", ColumnType.Boolean, _member, ["no", "yes"]),
            new DateColumn("Joined", _joined),
        ]);

        private static double Normal((double Mean, double Deviation) of, SeededRandom random) => of.Mean + (of.Deviation * random.NextNormal());

        private static double Between(double least, double most, double value) => Math.Clamp(value, least, most);
    }
}
