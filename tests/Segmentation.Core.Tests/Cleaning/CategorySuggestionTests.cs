using Segmentation.Core.Cleaning;
using Segmentation.Core.Frame;
using Xunit;

namespace Segmentation.Core.Tests.Cleaning;

public class CategorySuggestionTests
{
    [Theory]
    [InlineData("Single", " Single ", "spaces")]
    [InlineData("New York", "New  York", "spaces")]
    [InlineData("New York", "NewYork", "spaces")]
    [InlineData("Single", "SINGLE", "case")]
    [InlineData("Ειρήνη", "ΕΙΡΉΝΗ", "case")]
    [InlineData("Sao Paulo", "São Paulo", "punctuation or accents")]
    [InlineData("self employed", "Self-Employed", "punctuation or accents")]
    [InlineData("USA", "U.S.A.", "punctuation or accents")]
    [InlineData("Married", "Maried", "one letter")]
    [InlineData("Married", "Marride", "one letter")]
    [InlineData("Divorced", "Devorsed", "two letters")]
    [InlineData("New York", "New Yorck", "one letter")]
    public void Find_TwoSpellings_SuggestsTheMoreFrequent(string frequent, string rare, string reason)
    {
        var column = Frames.Categories("c", rare, frequent, null, frequent, "Something else");

        Assert.Equal([new CategorySuggestion("c", rare, frequent, reason)], CategorySuggestion.Find(column));
    }

    [Theory]
    [InlineData("2n Cycle", "3n Cycle")]
    [InlineData("Alone", "Single")]
    [InlineData("Cat", "Car")]
    [InlineData("Group A", "Group B")]
    [InlineData("Male", "Female")]
    [InlineData("employed", "unemployed")]
    [InlineData("legal", "illegal")]
    [InlineData("A", "A-")]
    [InlineData("1-5", "15")]
    [InlineData("<30", ">30")]
    [InlineData("Widow", "Wander")]
    [InlineData("", "!")]
    public void Find_DifferentThings_SuggestsNothing(string one, string other)
    {
        Assert.Empty(CategorySuggestion.Find(Frames.Categories("c", one, other, one)));
    }

    [Fact]
    public void Find_SeveralSuggestions_AreOrderedByLikelihood()
    {
        var column = Frames.Categories("c", "Married", "Married", "Married", "married", "Marriéd", "Maried", " Married", "Single");

        var found = CategorySuggestion.Find(column);

        Assert.Equal(["spaces", "case", "punctuation or accents", "one letter"], found.Select(suggestion => suggestion.Reason));
        Assert.All(found, suggestion => Assert.Equal("Married", suggestion.To));
    }

    [Fact]
    public void Find_CategoryNobodyHasAnyMore_IsNotSuggested()
    {
        var column = new TextColumn("c", ColumnType.Category, [0, 0, 2], ["Single", "single", "Married"]);

        Assert.Empty(CategorySuggestion.Find(column));
    }

    [Fact]
    public void Find_HostileTexts_DoesNotFail()
    {
        var column = Frames.Categories(
            "c", "\ud800abcd", "\ud800abce", "<script>", new string('x', 10_000), new string('x', 9_999) + "y", "\0\0\0\0");

        Assert.All(CategorySuggestion.Find(column), suggestion => Assert.NotEqual(suggestion.From, suggestion.To));
    }

    [Fact]
    public void Find_ManyCategories_StillFindsEqualOnesAmongAll()
    {
        static char Letter(int place) => (char)('a' + (place % 26));
        var texts = Enumerable.Range(0, 3000).Select(i => $"word{Letter(i)}{Letter(i / 26)}{Letter(i / 676)}zzzzz{i}");

        var found = CategorySuggestion.Find(Frames.Categories("c", [.. texts, "WORDAAAZZZZZ0"]));

        Assert.Equal("case", Assert.Single(found).Reason);
    }

    [Fact]
    public void Find_AnyColumn_NeverSuggestsARing()
    {
        var random = new Random(3);
        string Word() => string.Concat(Enumerable.Range(0, 5).Select(_ => (char)('a' + random.Next(3))));
        var texts = Enumerable.Range(0, 400).Select(_ => Word()).ToArray();

        var found = CategorySuggestion.Find(Frames.Categories("c", texts));

        Assert.NotEmpty(found);
        Assert.Equal(found.Count, found.Select(suggestion => suggestion.From).Distinct().Count());
        var targets = found.ToDictionary(suggestion => suggestion.From, suggestion => suggestion.To);
        Assert.All(targets.Keys, from =>
        {
            var (steps, current) = (0, from);
            while (targets.TryGetValue(current, out var next))
            {
                Assert.True(++steps <= targets.Count);
                current = next;
            }
        });
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ab", "ba", 1)]
    [InlineData("ca", "abc", 3)]   // the restricted form edits no stretch twice; the full one gives 2
    public void Between_TwoTexts_CountsTheEdits(string left, string right, int expected)
    {
        Assert.Equal(expected, EditDistance.Between(left, right));
        Assert.Equal(expected, EditDistance.Between(right, left));
    }
}
