using Gateway.Edge.Charging.Learning;
using Gateway.Edge.Charging.Rules;
using Gateway.Edge.Charging.Sessions;

namespace Gateway.Edge.Tests.Charging.Learning;

/// <summary>Findings from real sessions at one outlet.</summary>
public sealed class FindingTests : IAsyncLifetime
{
    private readonly SessionBench _bench = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _bench.OpenAsync();

    public ValueTask DisposeAsync()
    {
        _bench.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact(Timeout = 120_000)]
    public async Task Battery_that_stops_tapering_is_found_once_told_and_settled_by_staff()
    {
        for (var healthy = 0; healthy < 5; healthy++)
        {
            Assert.Equal(EndReason.Full, await ChargeAsync(tapers: true));
        }

        for (var worn = 0; worn < 4; worn++)
        {
            Assert.Equal(EndReason.Unplugged, await ChargeAsync(tapers: false));
        }

        var finding = Assert.Single(await OpenAsync());
        Assert.Equal((FindingKind.TapersNoMore, "1"), (finding.Kind, finding.Outlet.Outlet));
        var told = Assert.Single(await _bench.RecordsAsync(), record => record.Data.Code == SessionRecords.Finding);
        Assert.Contains("约 180 瓦的充电器", told.Data.Reason.Zh, StringComparison.Ordinal);

        Assert.True(await _bench.Get<SessionStore>().CloseFindingAsync(finding, "console:wang", "Owner told", Stop));
        Assert.False(await _bench.Get<SessionStore>().CloseFindingAsync(finding, "console:wang", "Owner told", Stop));
        Assert.Empty(await OpenAsync());
        Assert.Contains("charging-finding-closed", Assert.Single(await _bench.AuditsAsync()), StringComparison.Ordinal);
    }

    private Task<List<TaperFinding>> OpenAsync() => _bench.Get<SessionStore>().ReadAsync(FindingRows.Open, Stop);

    private async Task<EndReason?> ChargeAsync(bool tapers)
    {
        var link = await _bench.StartAsync();
        await _bench.ChargeAsync(TimeSpan.FromMinutes(90), 180);
        if (tapers)
        {
            await _bench.ChargeAsync(TimeSpan.FromMinutes(20), 90);
            await _bench.ChargeAsync(TimeSpan.FromMinutes(20), 22);
        }

        await _bench.ChargeAsync(TimeSpan.FromMinutes(6), 0);
        return (await _bench.SessionAsync(link)).Reason;
    }
}
