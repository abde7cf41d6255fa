using Microsoft.AspNetCore.WebUtilities;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Session;

/// <summary>What an address says about the picture: which data and which recipe. The plain sample needs no words.</summary>
/// <param name="DataId">The id of a <see cref="DataSource"/>; null for the one a new session begins with.</param>
/// <param name="Recipe">The choices.</param>
/// <param name="Problem">Why the address's recipe could not be read; null when it could.</param>
public sealed record Permalink(string? DataId, SegmentationRecipe Recipe, string? Problem = null)
{
    private const string DataKey = "data";
    private const string RecipeKey = "recipe";

    /// <summary>Reads an address; what is hostile or cut off in it becomes <see cref="Problem"/>.</summary>
    public static Permalink Parse(string uri)
    {
        var query = QueryHelpers.ParseQuery(new Uri(uri).Query);
        var dataId = query.TryGetValue(DataKey, out var id) && id.Count == 1 ? id[0] : null;
        if (!query.TryGetValue(RecipeKey, out var text) || text.Count != 1)
        {
            return new Permalink(dataId, SegmentationRecipe.Default);
        }

        try
        {
            return new Permalink(dataId, RecipeJson.ParseCompact(text[0]!));
        }
        catch (UnusableDataException problem)
        {
            return new Permalink(dataId, SegmentationRecipe.Default, problem.Message);
        }
    }

    /// <summary>The query of an address that leads back to the picture, <c>?</c> included; empty for the plain sample.</summary>
    public static string QueryOf(DataSource source, SegmentationRecipe recipe)
    {
        var query = new Dictionary<string, string?>();
        if (source != DataSource.Sample)
        {
            query[DataKey] = source.Id;
        }

        if (recipe != SegmentationRecipe.Default)
        {
            query[RecipeKey] = RecipeJson.WriteCompact(recipe);
        }

        return QueryHelpers.AddQueryString("", query);
    }
}
