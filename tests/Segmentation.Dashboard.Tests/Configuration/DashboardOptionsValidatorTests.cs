using Segmentation.Dashboard.Configuration;
using Xunit;

namespace Segmentation.Dashboard.Tests.Configuration;

public class DashboardOptionsValidatorTests
{
    public static TheoryData<Action<DashboardOptions>, string> OutOfLimits => new()
    {
        { o => o.Url = "localhost:5080", "Url" },
        { o => o.UploadFolder = typeof(DashboardOptionsValidatorTests).Assembly.Location, "UploadFolder" },
        { o => o.MaxUploadBytes = 0, "MaxUploadBytes" },
        { o => o.UploadIdleHours = -1, "UploadIdleHours" },
        { o => o.UploadIdleHours = double.NaN, "UploadIdleHours" },
        { o => o.MaxSessions = 0, "MaxSessions" },
        { o => o.SessionKeptMinutes = 0, "SessionKeptMinutes" },
        { o => o.MaxComputations = 0, "MaxComputations" },
        { o => o.Threads = -1, "Threads" },
        { o => o.PointsDrawn = 5, "PointsDrawn" },
    };

    [Fact]
    public void Validate_Defaults_AreFine() => Assert.True(new DashboardOptionsValidator().Validate(null, new DashboardOptions()).Succeeded);

    [Theory]
    [MemberData(nameof(OutOfLimits))]
    public void Validate_OneSettingOutOfItsLimits_NamesIt(Action<DashboardOptions> change, string name)
    {
        var options = new DashboardOptions();
        change(options);

        var problem = Assert.Single(new DashboardOptionsValidator().Validate(null, options).Failures!);

        Assert.StartsWith($"The setting Dashboard:{name} is ", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_SeveralSettings_NamesThemAll()
    {
        var options = new DashboardOptions { Threads = -1, MaxSessions = 0 };

        Assert.Equal(2, new DashboardOptionsValidator().Validate(null, options).Failures!.Count());
    }
}
