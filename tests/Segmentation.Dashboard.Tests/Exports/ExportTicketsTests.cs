using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Exports;
using Xunit;

namespace Segmentation.Dashboard.Tests.Exports;

public class ExportTicketsTests
{
    private readonly ManualClock _clock = new();
    private readonly ExportTicket _ticket = new(SmallData.Snapshot(), new ExportOptions());

    [Fact]
    public void Redeem_ASecondTime_GivesNothing()
    {
        var tickets = new ExportTickets(_clock);

        var id = tickets.Issue(_ticket);

        Assert.Same(_ticket, tickets.Redeem(id));
        Assert.Null(tickets.Redeem(id));
    }

    [Fact]
    public void Issue_UnusedForItsLife_LetsGoOfThePicture()
    {
        var tickets = new ExportTickets(_clock);
        var id = tickets.Issue(_ticket);

        _clock.Advance(ExportTickets.Life - TimeSpan.FromSeconds(1));
        Assert.Equal(1, tickets.Count);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(0, tickets.Count);
        Assert.Null(tickets.Redeem(id));
    }

    [Fact]
    public void Issue_Twice_GivesTwoIdsOf192Bits()
    {
        var tickets = new ExportTickets(_clock);

        var (first, second) = (tickets.Issue(_ticket), tickets.Issue(_ticket));

        Assert.NotEqual(first, second);
        Assert.Matches("^[0-9a-f]{48}$", first);
    }
}
