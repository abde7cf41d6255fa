using System.Globalization;
using Segmentation.Core.Clustering;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling.Rules;
using Xunit;

namespace Segmentation.Core.Tests.Profiling.Rules;

public class RuleSqlTests
{
    [Fact]
    public void Write_Conditions_ByHand()
    {
        var leaf = new RuleLeaf(1, [new("x") { AtLeast = 1.5, Under = 20, AllowsMissing = false }, new("c") { NotIn = ["a", "it's"], AllowsMissing = true }], 5, 5);

        Assert.Equal(
            """
            CASE
              WHEN "x" >= 1.5 AND "x" < 20 AND ("c" NOT IN ('a', 'it''s') OR "c" IS NULL) THEN 2
            END
            """,
            RuleSql.Write([leaf], label => label + 1));
    }

    [Fact]
    public void Write_TreeOfOneLeaf_IsTrueOfEverybody() =>
        Assert.Equal("CASE\n  WHEN 1 = 1 THEN 1\nEND", RuleSql.Write([new RuleLeaf(0, [], 3, 3)], label => label + 1));

    // With gaps in Income, categories of every kind, and rows set aside.
    [Theory]
    [InlineData("Mall_Customers.csv", 5, "Age,Annual Income (k$),Spending Score (1-100)")]
    [InlineData("marketing_campaign.csv", 6, "Income,Education,Marital_Status,Recency,MntWines")]
    [InlineData("cdnow_customers_summary_with_transactions.csv", 4, "")]
    [InlineData("benchmark_s1.csv", 15, "")]
    public void Execute_RealFiles_GivesEveryRowWhatTheTreeGives(string file, int count, string features)
    {
        var path = SharedData.Find(file);
        Assert.SkipWhen(path is null, $"{file} is not here.");
        var snapshot = new SegmentationPipeline().Run(DatasetReader.Read(path, ReadingOptions.Default), new SegmentationRecipe
        {
            Features = new FeatureOptions { Chosen = features.Length == 0 ? null : features.Split(',').Select(name => new FeatureChoice(name)).ToValueList() },
            Clustering = new ClusteringOptions { ClusterCount = count },
        });

        AssertSame(snapshot, SegmentRules.Of(snapshot).At(count));
        AssertSame(snapshot, SegmentRules.Of(snapshot).At(16));
    }

    // The labels follow the texts, so that the tree must ask for each of them.
    [Fact]
    public void Execute_HostileNamesAndTexts_GivesEveryRowWhatTheTreeGives()
    {
        string[] texts = ["'; DROP TABLE t; --", "\"", "'", "''", "a\nb", ".quit", "\\", "%s", "Ω", "NULL", "", "x) THEN 9 END --"];
        string?[] cells = [.. texts.SelectMany(text => Enumerable.Repeat(text, 3)), null, null];
        double[] numbers = [.. Enumerable.Range(0, cells.Length).Select(row => row % 7 == 0 ? double.NaN : row)];
        var frame = new DataFrame([Tables.Categories("c\"; DROP TABLE t; --\n.quit", cells), new NumberColumn("it's\n\"x\"", numbers)]);
        byte[] labels = [.. cells.Select(cell => (byte)(cell is null ? 2 : Array.IndexOf(texts, cell) % 3))];
        int[] sizes = [.. Enumerable.Range(0, 3).Select(label => labels.Count(own => own == label))];

        var tree = SurrogateTrees.Grow(
            frame, [.. frame.Columns.Select(column => column.Name)], RowSelection.All(frame.Rows), new ClusteringResult(labels, new double[3], sizes, 0, 0)).At(16);

        var told = SqliteShell.Evaluate(frame, RuleSql.Write(RuleLeaf.Of(tree), label => label));
        Assert.Equal(Enumerable.Range(0, frame.Rows).Select(row => $"{tree.Classify(frame, row)}"), told);
        Assert.Equal(tree.Fidelity, (double)told.Index().Count(pair => pair.Item == $"{labels[pair.Index]}") / frame.Rows, precision: 12);
        Assert.True(tree.Fidelity > 0.9);
    }

    private static void AssertSame(SegmentationSnapshot snapshot, RuleSet rules)
    {
        var told = SqliteShell.Evaluate(snapshot.Data.Frame, rules.ToSql());
        Assert.Equal(Enumerable.Range(0, told.Length).Select(row => rules.SegmentOf(row).ToString(CultureInfo.InvariantCulture)), told);
        var right = snapshot.Features.Rows.ToArray().Count(row => told[row] == $"{snapshot.SegmentOf(row)}");
        Assert.Equal(rules.Tree.Fidelity, (double)right / snapshot.Features.Rows.Count, precision: 12);
    }
}
