using System.Text.Json;
using Segmentation.Core.Profiling.Rules;
using Xunit;

namespace Segmentation.Core.Tests.Profiling.Rules;

public class RuleTextTests
{
    private static readonly RuleLeaf[] s_leaves =
    [
        new(0, [new("Income") { AtLeast = 70 }, new("Score") { AtLeast = 20, Under = 61.5 }], 5, 4),
        new(0, [new("Region") { In = ["N", "S"] }, new("Age") { Under = 12_000, SawMissing = true, AllowsMissing = true }], 2, 2),
        new(1, [new("Region") { NotIn = ["N"] }, new("Kind") { NotIn = ["a", "b"] }, new("Age") { AtLeast = 5, Under = 5 }], 1, 1),
    ];

    [Fact]
    public void Sentence_SeveralLeaves_AreJoinedByOr() => Assert.Equal(
        "Income at least 70 and Score from 20 to under 61.5; or Region is N or S and Age under 12,000 or missing",
        RuleText.Sentence(s_leaves.Take(2)));

    [Fact]
    public void Sentence_Exclusions() =>
        Assert.Equal("Region is not N and Kind is none of a, b and Age missing", RuleText.Sentence(s_leaves.Skip(2)));

    [Fact]
    public void Sentence_NoLeaf_IsNone() => Assert.Null(RuleText.Sentence([]));

    [Fact]
    public void Sentence_NoCondition_IsEverybody() => Assert.Equal("everybody", RuleText.Sentence([new RuleLeaf(0, [], 1, 1)]));

    [Fact]
    public void Filter_IsALinePerLeaf() => Assert.Equal(
        """
        Segment 1: "Income" >= 70 AND "Score" >= 20 AND "Score" < 61.5
        Segment 1: "Region" in ("N", "S") AND ("Age" < 12000 or is empty)
        Segment 2: "Region" not in ("N") AND "Kind" not in ("a", "b") AND "Age" is empty
        """,
        RuleFilter.Write(s_leaves, label => $"Segment {label + 1}"));

    [Fact]
    public void Filter_HostileTexts_StayOnTheirLine() => Assert.Equal(
        "a b: \"x\\\"\\n\" in (\"'\\\\\")", RuleFilter.Write([new RuleLeaf(0, [new("x\"\n") { In = ["'\\"] }], 1, 1)], _ => "a\nb"));

    [Fact]
    public void Json_ReadsBack()
    {
        var rules = JsonDocument.Parse(RuleJson.Write(
            new SurrogateTree([new TreeNode(0, 4, 3, new TreeSplit("x", 5, null, true, true), 1, 2), new TreeNode(0, 2, 2, null, 0, 0), new TreeNode(1, 2, 1, null, 0, 0)]),
            label => label + 1,
            label => $"Segment {label + 1}")).RootElement;

        Assert.Equal((2, 0.75), (rules.GetProperty("leaves").GetInt32(), rules.GetProperty("fidelity").GetDouble()));
        var second = rules.GetProperty("rules")[1];
        Assert.Equal((2, "Segment 2", 1), (second.GetProperty("segment").GetInt32(), second.GetProperty("name").GetString(), second.GetProperty("right").GetInt32()));
        var condition = second.GetProperty("conditions")[0];
        Assert.Equal(("x", 5.0, false), (condition.GetProperty("column").GetString(), condition.GetProperty("atLeast").GetDouble(), condition.GetProperty("missing").GetBoolean()));
        Assert.False(condition.TryGetProperty("under", out _));
    }
}
