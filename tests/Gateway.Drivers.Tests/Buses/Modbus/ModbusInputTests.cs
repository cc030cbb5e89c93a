using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Modbus;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Modbus;

public sealed class ModbusInputTests
{
    private static readonly TimeSpan StaleAfter = TimeSpan.FromSeconds(1);
    private readonly FakeTimeProvider _clock = new();
    private readonly ModbusInput _input;

    public ModbusInputTests() => _input = new ModbusInput(new LineAddress(4), StaleAfter, _clock);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Line_has_no_level_before_the_first_poll()
    {
        var line = Take();
        Assert.Contains("has not been read yet", Assert.Throws<DeviceFaultException>(() => line.IsActive).Message, StringComparison.Ordinal);
        Show(true);
        Assert.True(line.IsActive);
    }

    [Fact]
    public void Level_that_no_poll_has_confirmed_for_a_while_is_none_until_one_does()
    {
        var line = Take();
        Show(true);
        _clock.Advance(StaleAfter);
        Assert.True(line.IsActive);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Contains("its last reading is 1.0 s old", Assert.Throws<DeviceFaultException>(() => line.IsActive).Message, StringComparison.Ordinal);
        Show(true);
        Assert.True(line.IsActive);
    }

    [Theory]
    [InlineData(0.1, 0.5, 1)]
    [InlineData(0.02, 0.2, 0.7)]
    [InlineData(1, 0.5, 5.5)]
    public void Limit_follows_the_polling_and_what_a_silent_unit_costs(double pollEvery, double timeout, double limit)
    {
        var settings = new ModbusTcpSettings("board") { PollEvery = TimeSpan.FromSeconds(pollEvery), Timeout = TimeSpan.FromSeconds(timeout) };
        Assert.Equal(TimeSpan.FromSeconds(limit), settings.StaleAfter);
    }

    [Fact(Timeout = 60_000)]
    public async Task Level_counts_once_it_has_stood_and_keeps_the_time_of_its_beginning()
    {
        var line = Take(debounceMilliseconds: 100);
        Show(false);
        Show(true, 50);
        var began = _clock.GetTimestamp();
        Show(true, 50);
        var edge = line.ReadEdgeAsync(Cancelled).AsTask();
        Assert.False(edge.IsCompleted || line.IsActive);
        Show(true, 50);
        Assert.Equal(new DigitalEdge(true, began), await edge);
    }

    [Fact]
    public void Twitch_shorter_than_the_debounce_is_nothing()
    {
        var line = Take(debounceMilliseconds: 100);
        Show(false);
        Show(true, 50);
        Show(false, 50);
        Show(true, 50);
        Show(false, 50);
        Show(false, 500);
        Assert.False(line.IsActive);
        using var gone = new CancellationTokenSource();
        Assert.False(line.ReadEdgeAsync(gone.Token).AsTask().IsCompleted);
        gone.Cancel();
    }

    [Fact(Timeout = 60_000)]
    public async Task Edges_that_nobody_takes_wait_and_alternate_however_many_come()
    {
        var line = Take();
        Show(false);
        for (var i = 0; i < 1000; i++)
        {
            Show(i % 2 == 0);
        }

        for (var i = 0; i < 256; i++)
        {
            Assert.Equal(i % 2 == 0, (await line.ReadEdgeAsync(Cancelled)).Active);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Edges_before_a_loss_come_first_then_the_loss()
    {
        var line = Take();
        Show(false);
        Show(true);
        _input.Lose("no answer");
        Assert.True((await line.ReadEdgeAsync(Cancelled)).Active);
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(async () => await line.ReadEdgeAsync(Cancelled));
        Assert.Contains("gate: the discrete input 4 cannot be read: no answer", fault.Message, StringComparison.Ordinal);
        Show(true);
        Assert.True(line.IsActive);
    }

    [Fact(Timeout = 60_000)]
    public async Task Later_holder_takes_over_and_the_earlier_one_is_told()
    {
        var earlier = Take();
        Show(true);
        var waiting = earlier.ReadEdgeAsync(Cancelled).AsTask();
        var later = Take();
        Assert.True(later.IsActive);
        await earlier.DisposeAsync();
        Assert.True(_input.IsUsed);
        await Assert.ThrowsAsync<DeviceFaultException>(() => waiting);
        await later.DisposeAsync();
        Assert.True(_input.IsUsed);
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.False(_input.IsUsed);
    }

    [Fact(Timeout = 60_000)]
    public async Task Line_given_back_after_a_fault_is_polled_on_so_that_it_has_a_level_when_it_is_taken_again()
    {
        var line = Take();
        Assert.Throws<DeviceFaultException>(() => line.IsActive);
        await line.DisposeAsync();
        Assert.True(_input.IsUsed);
        Show(false);
        Show(true);
        var again = Take();
        Assert.True(again.IsActive);
        Show(false);
        Assert.False((await again.ReadEdgeAsync(Cancelled)).Active);
    }

    private IDigitalInput Take(int debounceMilliseconds = 0) =>
        _input.Take(new InputLine(_input.Address, "gate") { Debounce = TimeSpan.FromMilliseconds(debounceMilliseconds) });

    private void Show(bool level, int afterMilliseconds = 1)
    {
        _clock.Advance(TimeSpan.FromMilliseconds(afterMilliseconds));
        _input.Show(level, _clock.GetTimestamp());
    }
}
