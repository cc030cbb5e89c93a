using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Onvif;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Onvif;

public sealed class OnvifBusTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000)]
    [InlineData("R2", -1, false, "R2=active", "R2=inactive")]
    [InlineData(null, 1, false, "R2=active", "R2=inactive")]
    [InlineData("R1", -1, true, "R1=inactive", "R1=active")]
    public async Task Relay_is_driven_by_token_and_by_number_and_goes_back_to_its_safe_level(
        string? name, int number, bool activeLow, string pulled, string released)
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        await using var running = await RunningBus.OnlineAsync(fake.Address);
        var relay = running.Bus.OpenOutput(new OutputLine(new LineAddress(number, name), "barrier") { ActiveLow = activeLow });
        await relay.SetAsync(active: true, Cancelled);
        Assert.Equal([pulled], fake.Driven);
        await relay.DisposeAsync();
        Assert.Equal([pulled, released], fake.Driven);
    }

    [Fact(Timeout = 60_000)]
    public async Task Drive_that_comes_before_the_first_connection_waits_for_it()
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        await using var running = new RunningBus(fake.Address);
        var relay = running.Bus.OpenOutput(new OutputLine(new LineAddress(0), "release"));
        await relay.SetAsync(active: false, Cancelled);
        Assert.Equal(["R1=inactive"], fake.Driven);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(0, 0)]
    [InlineData(-600, 1)]
    public async Task Patrol_finds_a_wrong_clock(int seconds, int findings)
    {
        await using var fake = await FakeOnvifDevice.StartAsync(FakeOnvifDevice.With(clockError: TimeSpan.FromSeconds(seconds)));
        await using var running = await RunningBus.OnlineAsync(fake.Address);
        Assert.Equal(findings, (await running.Bus.CheckAsync(Cancelled)).Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task Relay_can_be_taken_once_and_again_after_it_was_given_back()
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        await using var running = await RunningBus.OnlineAsync(fake.Address);
        var line = new OutputLine(new LineAddress(-1, "R1"), "barrier");
        var first = running.Bus.OpenOutput(line);
        Assert.Contains("barrier", Assert.Throws<DeviceFaultException>(() => running.Bus.OpenOutput(line)).Message, StringComparison.Ordinal);
        await first.DisposeAsync();
        await running.Bus.OpenOutput(line).DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task Relay_that_the_device_has_not_is_named_with_those_that_it_has()
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        await using var running = await RunningBus.OnlineAsync(fake.Address);
        var relay = running.Bus.OpenOutput(new OutputLine(new LineAddress(-1, "R9"), "barrier"));
        var error = await Assert.ThrowsAsync<DeviceFaultException>(async () => await relay.SetAsync(active: true, Cancelled));
        Assert.Contains("R1, R2", error.Message, StringComparison.Ordinal);
        Assert.Empty(fake.Driven);
    }

    [Fact(Timeout = 60_000)]
    public async Task Settings_of_the_hardware_file_are_written_to_the_relay()
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        var relays = new Dictionary<string, OnvifRelaySettings>(StringComparer.Ordinal) { ["R1"] = new(Monostable: true, TimeSpan.FromMilliseconds(500)) };
        await using var running = await RunningBus.OnlineAsync(fake.Address, relays);
        Assert.Equal("Monostable PT0.5S open", fake.RelaySettings["R1"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Input_has_its_present_level_at_once_and_its_changes_in_order()
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        fake.PullPoints.Input("D2", level: true);
        await using var running = new RunningBus(fake.Address);
        var input = running.Bus.OpenInput(new InputLine(new LineAddress(1), "barrier"));
        Assert.Throws<DeviceFaultException>(() => input.IsActive);
        Assert.True((await input.ReadEdgeAsync(Cancelled)).Active);
        Assert.True(input.IsActive);
        fake.PullPoints.Input("D2", level: false);
        fake.PullPoints.Input("D1", level: true);
        fake.PullPoints.Input("D2", level: true);
        Assert.False((await input.ReadEdgeAsync(Cancelled)).Active);
        Assert.True((await input.ReadEdgeAsync(Cancelled)).Active);
    }

    [Fact(Timeout = 60_000)]
    public async Task Input_that_is_opened_later_knows_the_level_that_was_told_before()
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        await using var running = await RunningBus.OnlineAsync(fake.Address);
        var first = running.Bus.OpenInput(new InputLine(new LineAddress(-1, "D1"), "barrier"));
        fake.PullPoints.Input("D1", level: true);
        Assert.True((await first.ReadEdgeAsync(Cancelled)).Active);
        var second = running.Bus.OpenInput(new InputLine(new LineAddress(-1, "D1"), "light") { ActiveLow = true });
        Assert.False(second.IsActive);
    }

    [Fact(Timeout = 60_000)]
    public async Task Device_that_goes_is_a_fault_of_its_lines_and_its_return_brings_them_back()
    {
        var fake = await FakeOnvifDevice.StartAsync();
        await using var running = await RunningBus.OnlineAsync(fake.Address);
        var input = running.Bus.OpenInput(new InputLine(new LineAddress(-1, "D1"), "barrier"));
        var relay = running.Bus.OpenOutput(new OutputLine(new LineAddress(-1, "R1"), "barrier"));
        fake.PullPoints.Input("D1", level: true);
        Assert.True((await input.ReadEdgeAsync(Cancelled)).Active);
        await fake.DisposeAsync();
        await Assert.ThrowsAsync<DeviceFaultException>(async () => await input.ReadEdgeAsync(Cancelled));
        Assert.Throws<DeviceFaultException>(() => input.IsActive);
        var error = await Assert.ThrowsAsync<DeviceFaultException>(async () => await relay.SetAsync(active: true, Cancelled));
        Assert.Contains(fake.Address.Authority, error.Message, StringComparison.Ordinal);
        await using var back = await FakeOnvifDevice.StartAsync(port: fake.Address.Port);

        // It was active when the device went and is not when it is back: that is a change.
        Assert.False((await input.ReadEdgeAsync(Cancelled)).Active);
        await relay.SetAsync(active: true, Cancelled);
        Assert.Equal(["R1=active"], back.Driven);
    }

    [Fact(Timeout = 60_000)]
    public async Task Subscription_that_the_device_forgot_is_made_anew()
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        await using var running = await RunningBus.OnlineAsync(fake.Address);
        var input = running.Bus.OpenInput(new InputLine(new LineAddress(-1, "D1"), "barrier"));
        fake.PullPoints.Input("D1", level: true);
        Assert.True((await input.ReadEdgeAsync(Cancelled)).Active);
        fake.PullPoints.Input("D1", level: false);
        Assert.False((await input.ReadEdgeAsync(Cancelled)).Active);
        fake.PullPoints.Forget();
        await Assert.ThrowsAsync<DeviceFaultException>(async () => await input.ReadEdgeAsync(Cancelled));
        while (fake.PullPoints.Count == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancelled);
        }

        fake.PullPoints.Input("D1", level: true);
        Assert.True((await input.ReadEdgeAsync(Cancelled)).Active);
    }

    [Fact(Timeout = 60_000)]
    public async Task Input_that_the_device_has_not_says_which_it_has()
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        await using var running = await RunningBus.OnlineAsync(fake.Address);
        var input = running.Bus.OpenInput(new InputLine(new LineAddress(-1, "D9"), "barrier"));
        fake.PullPoints.Input("D1", level: true);
        var words = "";
        while (!words.Contains("D1, D2", StringComparison.Ordinal))
        {
            words = Assert.Throws<DeviceFaultException>(() => input.IsActive).Message;
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancelled);
        }
    }

    [Fact(Timeout = 60_000)]
    public void Flood_of_changes_that_nobody_takes_is_a_fault_and_bounded()
    {
        var input = new OnvifInput(new InputLine(new LineAddress(0), "barrier"));
        for (var i = 0; i < 100_000; i++)
        {
            input.Tell(i % 2 == 0, i);
        }

        Assert.False(input.IsActive);
        var edges = 0;
        var lost = 0;
        while (input.ReadEdgeAsync(Cancelled).AsTask() is { IsCompleted: true } read)
        {
            edges++;
            lost += read.IsFaulted ? 1 : 0;
        }

        Assert.InRange(edges, 1, 256);
        Assert.Equal(1, lost);
    }

    [Fact(Timeout = 60_000)]
    public async Task Stopping_the_bus_ends_its_subscription()
    {
        await using var fake = await FakeOnvifDevice.StartAsync();
        await using (await RunningBus.OnlineAsync(fake.Address))
        {
            Assert.Equal(1, fake.PullPoints.Count);
        }

        Assert.Equal(0, fake.PullPoints.Count);
    }

    /// <summary>A bus whose loop is called again, as a supervisor does, after a moment.</summary>
    private sealed class RunningBus : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly DeviceSupervisor _supervisor;
        private readonly Task _run;

        public RunningBus(Uri address, IReadOnlyDictionary<string, OnvifRelaySettings>? relays = null)
        {
            var settings = new OnvifBusSettings
            {
                Address = address,
                Credentials = new CameraCredentials(FakeOnvifDevice.User, FakeOnvifDevice.Password),
                Relays = relays ?? new Dictionary<string, OnvifRelaySettings>(StringComparer.Ordinal),
            };
            Bus = new OnvifBus(new DeviceId("bus.box"), new Wording("盒", "Box"), settings, TimeProvider.System);
            _supervisor = new DeviceSupervisor(Bus, TimeProvider.System, new Random(1), new ListLogger<DeviceHub>());
            _run = _supervisor.RunAsync(_stop.Token);
        }

        public OnvifBus Bus { get; }

        public static async Task<RunningBus> OnlineAsync(Uri address, IReadOnlyDictionary<string, OnvifRelaySettings>? relays = null)
        {
            var running = new RunningBus(address, relays);
            while (running._supervisor.Reporter.Health.State != DeviceState.Online)
            {
                await running._supervisor.Reporter.Queue.ReadAsync(Cancelled);
            }

            return running;
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _run;
            await Bus.DisposeAsync();
            _stop.Dispose();
        }
    }
}
