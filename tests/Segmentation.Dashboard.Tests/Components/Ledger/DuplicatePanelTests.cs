using Bunit;
using Segmentation.Core.Cleaning;
using Segmentation.Dashboard.Components.Ledger;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Ledger;

public class DuplicatePanelTests : ComponentTest
{
    private static readonly LedgerEntry[] s_ledger =
    [
        new("duplicates", CleaningStep.ExactDuplicates, null, "2 rows repeat an earlier one.", 2, 2, IsOn: true),
        new("repeats", CleaningStep.RepeatsButForIdentifier, null, "1 row repeats an earlier one but for Id.", 1, 0, IsOn: false),
    ];

    [Fact]
    public void Switch_TheSecond_ReportsItsKey()
    {
        (string, bool)? switched = null;
        var panel = Render<DuplicatePanel>(p => p.Add(d => d.Ledger, s_ledger).Add(d => d.Identifier, "Id").Add(d => d.OnSwitch, change => switched = change));

        Assert.Contains("Set repeats in all but Id aside", panel.Markup, StringComparison.Ordinal);
        panel.FindAll("input[role=switch]")[1].Change(true);

        Assert.Equal(("repeats", true), switched);
    }

    [Fact]
    public void Render_NoIdentifier_SaysHowToGetOne() =>
        Assert.Contains("role Identifier", Render<DuplicatePanel>(p => p.Add(d => d.Ledger, s_ledger[..1])).Markup, StringComparison.Ordinal);
}
