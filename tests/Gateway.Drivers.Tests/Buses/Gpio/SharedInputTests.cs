using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;

namespace Gateway.Drivers.Tests.Buses.Gpio;

/// <summary>One input for several devices.</summary>
public sealed class SharedInputTests
{
    private static readonly LineAddress Address = new(7);
    private readonly OneInput _bus = new();
    private readonly SharedInputs _shared;

    public SharedInputTests() => _shared = new SharedInputs(_bus);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Every_device_gets_every_change_and_the_line_is_opened_once()
    {
        await using var east = Open("east-gate");
        await using var west = Open("west-gate");
        for (var i = 0; i < 100; i++)
        {
            _bus.Line.Set(i % 2 == 0);
        }

        for (var i = 0; i < 100; i++)
        {
            var edge = await east.ReadEdgeAsync(Cancelled);
            Assert.Equal(i % 2 == 0, edge.Active);
            Assert.Equal(edge, await west.ReadEdgeAsync(Cancelled));
        }

        Assert.Equal((false, false, 1), (east.IsActive, west.IsActive, _bus.Opened));
    }

    [Fact(Timeout = 60_000)]
    public async Task Device_that_falls_behind_is_faulted_alone_after_what_it_had_room_for()
    {
        await using var slow = Open("slow-gate");
        await using var fast = Open("fast-gate");
        for (var i = 0; i < 400; i++)
        {
            _bus.Line.Set(i % 2 == 0);
            Assert.Equal(i % 2 == 0, (await fast.ReadEdgeAsync(Cancelled)).Active);
        }

        for (var i = 0; i < 256; i++)
        {
            Assert.Equal(i % 2 == 0, (await slow.ReadEdgeAsync(Cancelled)).Active);
        }

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => slow.ReadEdgeAsync(Cancelled).AsTask());
        Assert.Contains("slow-gate: fell behind with the changes of the line 7", fault.Message, StringComparison.Ordinal);
        Assert.Throws<DeviceFaultException>(() => slow.IsActive);
        _bus.Line.Set(active: true);
        Assert.True((await fast.ReadEdgeAsync(Cancelled)).Active);
    }

    [Fact(Timeout = 60_000)]
    public async Task Device_that_is_alone_loses_nothing_however_late_it_reads()
    {
        await using var only = Open("gate");
        var set = 0;
        var level = true;
        for (var refused = 0; refused < 50;)
        {
            if (_bus.Line.Set(level))
            {
                (set, level, refused) = (set + 1, !level, 0);
            }
            else
            {
                refused++;
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Cancelled);
            }
        }

        Assert.True(set > 256);
        for (var i = 0; i < set; i++)
        {
            Assert.Equal(i % 2 == 0, (await only.ReadEdgeAsync(Cancelled)).Active);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Device_that_is_alone_and_behind_makes_room_for_another_that_comes()
    {
        await using var slow = Open("slow-gate");
        for (var i = 0; i < 257; i++)
        {
            while (!_bus.Line.Set(i % 2 == 0))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Cancelled);
            }
        }

        await using var fast = Open("fast-gate");
        while (!(await fast.ReadEdgeAsync(Cancelled)).Active)
        {
        }

        _bus.Line.Set(active: false);
        Assert.False((await fast.ReadEdgeAsync(Cancelled)).Active);
    }

    [Fact(Timeout = 60_000)]
    public async Task Line_that_is_lost_is_lost_for_all_and_opened_anew()
    {
        var east = new LazyInput(_shared, Wired("east-gate"));
        var west = new LazyInput(_shared, Wired("west-gate"));
        var waiting = (East: Next(east), West: Next(west));
        Assert.False(east.IsActive || west.IsActive);
        _bus.Line.Fault = "The board does not answer.";
        Assert.Contains("does not answer", (await Assert.ThrowsAsync<DeviceFaultException>(() => waiting.East)).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<DeviceFaultException>(() => waiting.West);
        Assert.Throws<DeviceFaultException>(() => east.IsActive);

        _bus.Line.Fault = null;
        Assert.False(east.IsActive || west.IsActive);
        waiting = (Next(east), Next(west));
        _bus.Line.Set(active: true);
        Assert.True((await waiting.East).Active && (await waiting.West).Active);
        await east.DisposeAsync();
        await west.DisposeAsync();
        while (_bus.GivenBack != _bus.Opened)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Cancelled);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Line_is_given_back_when_the_last_device_has_gone()
    {
        var east = Open("east-gate");
        var west = Open("west-gate");
        await east.DisposeAsync();
        await Assert.ThrowsAsync<DeviceFaultException>(() => east.ReadEdgeAsync(Cancelled).AsTask());
        Assert.Equal(0, _bus.GivenBack);
        _bus.Line.Set(active: true);
        Assert.True((await west.ReadEdgeAsync(Cancelled)).Active);
        await west.DisposeAsync();
        Assert.Equal(1, _bus.GivenBack);
        await using var again = Open("east-gate");
        Assert.Equal(2, _bus.Opened);
    }

    [Fact(Timeout = 60_000)]
    public async Task Shortest_debounce_of_those_who_claim_the_line_is_its_own()
    {
        var brisk = _shared.Claim(Wired("barrier") with { Debounce = TimeSpan.FromMilliseconds(20) });
        await using (Open("gate", debounceMilliseconds: 100))
        {
            Assert.Equal(TimeSpan.FromMilliseconds(20), _bus.Last!.Debounce);
        }

        await brisk.DisposeAsync();
        await using var later = Open("gate", debounceMilliseconds: 100);
        Assert.Equal(TimeSpan.FromMilliseconds(100), _bus.Last!.Debounce);
    }

    [Fact(Timeout = 60_000)]
    public async Task Line_of_a_chip_is_no_longer_busy_for_the_second_device()
    {
        await using var bench = new GpioBench();
        var shared = new SharedInputs(bench.Bus);
        await using var east = new LazyInput(shared, GpioBench.Input(1));
        await using var west = new LazyInput(shared, GpioBench.Input(1));
        Assert.False(east.IsActive || west.IsActive);
        bench.Chip.Drive(1, high: true);
        Assert.True((await east.ReadEdgeAsync(Cancelled)).Active && (await west.ReadEdgeAsync(Cancelled)).Active);
        Assert.True(east.IsActive && west.IsActive);
    }

    private static Task<DigitalEdge> Next(LazyInput input) => input.ReadEdgeAsync(Cancelled).AsTask();

    private static InputLine Wired(string device) => new(Address, device);

    private IDigitalInput Open(string device, int debounceMilliseconds = 0) =>
        _shared.OpenInput(Wired(device) with { Debounce = TimeSpan.FromMilliseconds(debounceMilliseconds) });

    /// <summary>A bus of one line, which it gives to one device at a time as a chip does.</summary>
    private sealed class OneInput : IDigitalBus
    {
        private int _givenBack;

        public SimulatedInput Line { get; } = new(new FakeTimeProvider());

        public int Opened { get; private set; }

        public int GivenBack => Volatile.Read(ref _givenBack);

        public InputLine? Last { get; private set; }

        public IDigitalOutput OpenOutput(OutputLine line) => throw new NotSupportedException();

        public IDigitalInput OpenInput(InputLine line)
        {
            (Opened, Last) = (Opened + 1, line);
            return new Held(this, Line.Take());
        }

        private sealed class Held(OneInput bus, IDigitalInput line) : IDigitalInput
        {
            public bool IsActive => line.IsActive;

            public ValueTask<DigitalEdge> ReadEdgeAsync(CancellationToken cancellationToken) => line.ReadEdgeAsync(cancellationToken);

            public ValueTask DisposeAsync()
            {
                Interlocked.Increment(ref bus._givenBack);
                return line.DisposeAsync();
            }
        }
    }
}
