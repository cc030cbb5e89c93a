using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Devices;

namespace Gateway.Edge.Tests.Access.Grants.Devices;

public sealed class ReceiptKeeperTests : IDisposable
{
    private readonly GrantsFixture _fixture = new();
    private readonly FakeTerminal _terminal = new("terminal-1");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Offline_terminal_is_outstanding_until_it_comes_back_and_confirms()
    {
        await StartAsync();
        _terminal.IsOffline = true;
        var view = await _fixture.AddAsync(_fixture.Plumber() with { Face = GrantsFixture.Face(7) });
        await _fixture.Receipts.BringAsync(Stop);
        Assert.Equal(["terminal-1"], (await ReportAsync(view.Grant.Id)).View.Outstanding);

        await _fixture.Desk.RevokeAsync(view.Grant.Id, GrantsFixture.By, Stop);
        await _fixture.Receipts.BringAsync(Stop);
        Assert.Equal(["terminal-1"], (await ReportAsync(view.Grant.Id)).View.Outstanding);
        Assert.False(_fixture.Decide(view.Worker.Id).Opens);

        _terminal.IsOffline = false;
        await _fixture.Receipts.BringAsync(Stop);

        var report = await ReportAsync(view.Grant.Id);
        Assert.Empty(report.View.Outstanding);
        Assert.Contains(report.Receipts, receipt => receipt is { Device: "terminal-1", Erased: true });
        var order = Assert.Single(_terminal.Taken);
        Assert.Equal((false, true), (order.Holds, order.ForgetFace));
    }

    [Fact]
    public async Task In_process_gate_confirms_at_once_and_each_change_anew()
    {
        await StartAsync();
        _fixture.Devices.Devices.Add(new InProcessGate("east", _fixture.Book));
        var view = await _fixture.AddAsync(_fixture.Plumber());
        await _fixture.Receipts.BringAsync(Stop);
        await _fixture.Desk.RenewAsync(view.Grant.Id, _fixture.Now.AddHours(9), GrantsFixture.By, Stop);
        Assert.Equal(["east", "terminal-1"], (await ReportAsync(view.Grant.Id)).View.Outstanding);

        await _fixture.Receipts.BringAsync(Stop);

        var report = await ReportAsync(view.Grant.Id);
        Assert.Empty(report.View.Outstanding);
        Assert.Equal([1L, 2L], report.Receipts.Where(receipt => receipt.Device == "east").Select(receipt => receipt.Revision));
    }

    [Fact(Timeout = 60_000)]
    public async Task Terminal_that_hangs_keeps_no_other_device_waiting()
    {
        await StartAsync();
        var other = new FakeTerminal("terminal-2");
        _fixture.Devices.Devices.Add(other);
        _terminal.Hangs = true;
        var view = await _fixture.AddAsync(_fixture.Plumber());

        var round = _fixture.Receipts.BringAsync(Stop);
        await Eventually(() => _fixture.Get<ReceiptLedger>().Outstanding(view.Grant).Count == 1);
        Assert.False(round.IsCompleted);
        Assert.Single(other.Taken);
        _fixture.Clock.Advance(ReceiptKeeper.Patience);
        await round;

        Assert.Equal(["terminal-1"], (await ReportAsync(view.Grant.Id)).View.Outstanding);
    }

    [Fact]
    public async Task Device_where_the_grant_does_not_hold_is_never_told()
    {
        await StartAsync();
        var view = await _fixture.AddAsync(_fixture.Plumber() with { Gates = ["west"] });

        await _fixture.Receipts.BringAsync(Stop);

        Assert.Empty((await ReportAsync(view.Grant.Id)).View.Outstanding);
        Assert.Empty(_terminal.Taken);
    }

    [Fact]
    public async Task Receipts_survive_a_restart_and_grants_of_a_device_that_is_outstanding_are_not_erased()
    {
        await StartAsync();
        var confirmed = await _fixture.AddAsync(_fixture.Plumber());
        await _fixture.Receipts.BringAsync(Stop);
        _terminal.IsOffline = true;
        _fixture.Clock.Advance(TimeSpan.FromHours(3));
        await _fixture.Ends.EndDueAsync(Stop);
        _fixture.Clock.Advance(TimeSpan.FromDays(100));

        await _fixture.ReopenAsync();

        Assert.Equal(["terminal-1"], (await ReportAsync(confirmed.Grant.Id)).View.Outstanding);
        Assert.Equal(0, await _fixture.Get<GrantErasure>().EraseAsync(Stop));
        _terminal.IsOffline = false;
        await _fixture.Receipts.BringAsync(Stop);
        Assert.Equal(1, await _fixture.Get<GrantErasure>().EraseAsync(Stop));
    }

    private Task StartAsync()
    {
        _fixture.Devices.Devices.Add(_terminal);
        return _fixture.StartAsync();
    }

    private async Task<Gateway.Edge.Access.Grants.Registry.GrantReport> ReportAsync(Guid id) => (await _fixture.Desk.ShowAsync(id, Stop))!;

    private static async Task Eventually(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Yield();
        }
    }
}
