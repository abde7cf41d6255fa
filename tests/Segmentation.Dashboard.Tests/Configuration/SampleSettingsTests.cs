using Microsoft.Extensions.Configuration;
using Segmentation.Dashboard.Configuration;
using Xunit;

namespace Segmentation.Dashboard.Tests.Configuration;

public class SampleSettingsTests
{
    private static readonly IConfigurationRoot s_sample =
        new ConfigurationBuilder().AddJsonFile(Repository.PathOf("appsettings.sample.json"), optional: false).Build();

    [Fact]
    public void Sample_BoundStrictly_HoldsTheDefaultOfEverySetting()
    {
        var bound = s_sample.GetRequiredSection(DashboardOptions.Section).Get<DashboardOptions>(binder => binder.ErrorOnUnknownConfiguration = true);
        var defaults = new DashboardOptions();

        Assert.All(Settable(), property => Assert.Equal(property.GetValue(defaults), property.GetValue(bound)));
    }

    [Fact]
    public void Sample_ListsEverySetting()
    {
        var listed = s_sample.GetRequiredSection(DashboardOptions.Section).GetChildren().Select(setting => setting.Key);

        Assert.Equal(Settable().Select(property => property.Name).Order(), listed.Order());
    }

    [Fact]
    public void Sample_SaysSomethingOfEverySetting()
    {
        var lines = File.ReadAllLines(Repository.PathOf("appsettings.sample.json")).Select(line => line.Trim()).ToList();

        Assert.All(Settable(), property => Assert.StartsWith("// ", lines[lines.FindIndex(line => line.StartsWith($"\"{property.Name}\"", StringComparison.Ordinal)) - 1], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AllowedHosts")]
    [InlineData("Logging:LogLevel:Default")]
    [InlineData("Logging:LogLevel:Microsoft")]
    public void Sample_OutsideTheSection_HoldsTheServersOwnDefaults(string key)
    {
        var configuration = new ConfigurationManager();
        configuration.AddDashboardSettings(AppContext.BaseDirectory, AppContext.BaseDirectory);

        Assert.Equal(configuration[key], s_sample[key]);
    }

    private static IEnumerable<System.Reflection.PropertyInfo> Settable() => typeof(DashboardOptions).GetProperties().Where(property => property.CanWrite);
}
