using Segmentation.Core.Clustering.Medoids;
using Segmentation.Core.Frame;
using Segmentation.Core.Profiling;
using Xunit;

namespace Segmentation.Core.Tests.Profiling;

public class PersonasTests
{
    [Fact]
    public void Of_NearestToTheMean_TiesToTheFirstRow()
    {
        // Means 3 and 20: rows 1 and 3 are both one away from 3.
        var personas = Find([0, 2, 6, 4, 20], [0, 0, 0, 0, 1]);

        Assert.Equal([1, 4], personas.Select(persona => persona.Nearest!.Value));
        Assert.Empty(personas[1].Typical);
    }

    [Fact]
    public void Typical_AreOfTheNearerHalf_AsDifferentAsCanBe()
    {
        // Mean 50; the nearer half is 25 to 75, of which the ends come first.
        var personas = Find([.. Enumerable.Range(0, 101).Select(row => (double)row)], new byte[101]);

        Assert.Equal(50, personas[0].Nearest);
        Assert.Equal(Personas.TypicalCount, personas[0].Typical.Count);
        Assert.Equal((25, 75), (personas[0].Typical[0], personas[0].Typical[^1]));
        Assert.DoesNotContain(50, personas[0].Typical);
        Assert.Equal(personas[0].Typical.Distinct().Order(), personas[0].Typical);
    }

    [Fact]
    public void Typical_AllAlike_AreStillOthers()
    {
        var personas = Find([7, 7, 7, 8], [0, 0, 0, 1]);

        Assert.Equal(0, personas[0].Nearest);
        Assert.Equal([1, 2], personas[0].Typical);
    }

    [Fact]
    public void Of_SomeRowsSetAside_AreRowsOfTheFile()
    {
        var frame = new DataFrame([Tables.Numbers("n", 900, 1, 2, 3)]);
        var features = Core.Features.FeatureBuilder.Build(frame, RowSelection.Where(4, row => row > 0), [new("n")], Core.Features.Scaling.None);

        Assert.Equal(2, Personas.Of(features, Groups.Quality([0, 0, 0], features).Clustering)[0].Nearest);
    }

    // The mean of 0, 1, 2, 3 and 14 is 4, which 3 is nearest to; the medoid is 2.
    [Fact]
    public void Of_Medoids_IsTheMedoid()
    {
        var (features, _) = Groups.Of(new DataFrame([Tables.Numbers("n", 0, 1, 2, 3, 14, 100, 101)]), new byte[7], "n");
        var found = KMedoids.Fit(features.Matrix, new KMedoidsOptions { ClusterCount = 2 });

        Assert.Equal(2, Personas.Of(features, found)[0].Nearest);
    }

    private static IReadOnlyList<Personas> Find(double[] values, byte[] labels)
    {
        var (features, quality) = Groups.Of(new DataFrame([Tables.Numbers("n", values)]), labels, "n");
        return Personas.Of(features, quality.Clustering);
    }
}
