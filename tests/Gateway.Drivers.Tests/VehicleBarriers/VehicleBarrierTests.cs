using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;

namespace Gateway.Drivers.Tests.VehicleBarriers;

public sealed class VehicleBarrierTests
{
    private static readonly BarrierReason Plate = new("plate", new Wording("车牌已登记", "The plate is registered"));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Vehicle_drives_through_and_the_arm_closes_behind_it()
    {
        await using var under = new BarrierUnderTest();
        under.Thing.Traffic.Come();
        await under.UntilAsync(() => under.Reporter.Health.Code == "ok");
        Assert.Equal(BarrierAnswer.Done, await under.Barrier.RaiseAsync(Plate, Cancelled));
        List<BarrierEvent> seen = [];
        Assert.Equal(Plate, (await under.UntilAsync(BarrierEvent.Raised, seen)).Reason);
        await under.UntilAsync(BarrierEvent.Lowered, seen);
        Assert.Equal([BarrierEvent.Raised, BarrierEvent.Passed, BarrierEvent.Lowered], seen);
        Assert.Equal((BarrierPosition.Down, 0, 0d), (under.Barrier.Position, under.Thing.Struck, under.Thing.Height));
    }

    [Fact(Timeout = 60_000)]
    public async Task Two_in_the_queue_and_one_that_tailgates_are_told_apart()
    {
        await using var under = new BarrierUnderTest();
        under.Thing.Traffic.Come();
        under.Thing.Traffic.Come();
        under.Thing.Traffic.Come(tailgates: true);
        await under.Barrier.RaiseAsync(Plate, Cancelled);
        await under.UntilAsync(BarrierEvent.Raised);
        await under.Barrier.RaiseAsync(Plate, Cancelled);
        List<BarrierEvent> seen = [];
        await under.UntilAsync(BarrierEvent.Lowered, seen);
        Assert.Equal(
            [BarrierEvent.RaiseExtended, BarrierEvent.Passed, BarrierEvent.Passed, BarrierEvent.Tailgated, BarrierEvent.Passed, BarrierEvent.Lowered], seen);
        Assert.Equal(0, under.Thing.Struck);
    }

    [Fact(Timeout = 60_000)]
    public async Task Person_who_walks_under_the_closing_arm_is_not_struck()
    {
        await using var under = new BarrierUnderTest();
        await under.Barrier.RaiseAsync(Plate, Cancelled);
        await under.UntilAsync(() => under.Barrier.Position == BarrierPosition.Lowering);
        under.Thing.Occupy(loops: false, beam: true);
        await under.UntilAsync(BarrierEvent.ClosingPrevented);
        await under.UntilAsync(BarrierEvent.Raised);
        Assert.Equal((0, 1d), (under.Thing.Struck, under.Thing.Height));
        under.Thing.Occupy(loops: false, beam: false);
        await under.UntilAsync(BarrierEvent.Lowered);
    }

    [Fact(Timeout = 60_000)]
    public async Task Interruption_that_is_over_before_anyone_looks_still_turns_the_arm_round()
    {
        await using var under = new BarrierUnderTest();
        await under.Barrier.RaiseAsync(Plate, Cancelled);
        await under.UntilAsync(() => under.Barrier.Position == BarrierPosition.Lowering);
        under.Beam.Set(true);
        under.Beam.Set(false);
        await under.UntilAsync(BarrierEvent.ClosingPrevented);
    }

    [Fact(Timeout = 60_000)]
    public async Task Level_counts_even_if_its_edge_never_came()
    {
        var deaf = new DeafInput();
        await using var under = new BarrierUnderTest(beam: deaf);
        await under.Barrier.RaiseAsync(Plate, Cancelled);
        await under.UntilAsync(BarrierEvent.Raised);
        deaf.IsActive = true;
        Assert.Equal(BarrierAnswer.WaitsUntilClear, await under.Barrier.LowerAsync(Plate, Cancelled));
        await StepsAsync(under, 300);
        Assert.Equal((BarrierPosition.Up, 1d), (under.Barrier.Position, under.Thing.Height));
    }

    [Fact(Timeout = 60_000)]
    public async Task Lost_beam_keeps_the_arm_up_and_its_return_lets_it_close()
    {
        var deaf = new DeafInput();
        await using var under = new BarrierUnderTest(beam: deaf);
        await under.Barrier.RaiseAsync(Plate, Cancelled);
        await under.UntilAsync(BarrierEvent.Raised);
        deaf.IsLost = true;
        await under.UntilAsync(() => under.Reporter.Health.Code == "barrier-inputs-lost");
        await StepsAsync(under, 300);

        Assert.Equal((BarrierPosition.Up, 1d), (under.Barrier.Position, under.Thing.Height));
        Assert.Equal(DeviceState.Faulty, under.Reporter.Health.State);
        deaf.IsLost = false;
        await under.UntilAsync(BarrierEvent.Lowered);
        Assert.Equal("ok", under.Reporter.Health.Code);
    }

    [Fact(Timeout = 60_000)]
    public async Task Beam_that_falls_silent_without_a_word_turns_a_lowering_arm_round()
    {
        var deaf = new DeafInput();
        await using var under = new BarrierUnderTest(beam: deaf);
        await under.Barrier.RaiseAsync(Plate, Cancelled);
        await under.UntilAsync(() => under.Barrier.Position == BarrierPosition.Lowering);
        deaf.IsLost = true;
        await under.UntilAsync(BarrierEvent.ClosingPrevented);
        await under.UntilAsync(() => under.Thing.Height >= 1);
    }

    [Fact(Timeout = 60_000)]
    public async Task Fire_raises_the_arm_at_once_and_holds_the_relay()
    {
        await using var under = new BarrierUnderTest();
        await under.UntilAsync(() => under.Reporter.Health.Code == "ok");
        under.Fire.Set(true);
        await under.UntilAsync(BarrierEvent.FireOverride);
        await under.UntilAsync(() => under.Thing.Height >= 1);
        under.Fire.Set(false);
        await StepsAsync(under, 300);

        Assert.Equal((BarrierMode.FireOverride, true, 1d), (under.Barrier.Mode, under.Up.IsActive, under.Thing.Height));
        Assert.Equal("barrier-fire-override", under.Reporter.Health.Code);
        Assert.Equal(BarrierAnswer.Done, await under.Barrier.SetModeAsync(BarrierMode.Automatic, Plate, Cancelled));
        await under.UntilAsync(BarrierEvent.Lowered);
        Assert.False(under.Up.IsActive);
    }

    [Fact(Timeout = 60_000)]
    public async Task Patrol_finds_a_barrier_that_was_left_held_up()
    {
        await using var under = new BarrierUnderTest();
        Assert.Empty(await under.Barrier.CheckAsync(Cancelled));
        await under.Barrier.SetModeAsync(BarrierMode.HeldUp, Plate, Cancelled);
        Assert.Equal("barrier-not-automatic", Assert.Single(await under.Barrier.CheckAsync(Cancelled)).Code);
    }

    [Fact(Timeout = 60_000)]
    public async Task Jammed_arm_is_a_fault_with_words()
    {
        await using var under = new BarrierUnderTest();
        under.Thing.Jammed = true;
        await under.Barrier.RaiseAsync(Plate, Cancelled);
        await under.UntilAsync(BarrierEvent.StuckRaising);
        await under.UntilAsync(() => under.Reporter.Health.Code == "barrier-stuck-raising");
        Assert.Contains("limit switch", under.Reporter.Health.Reason.En, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Relay_that_fails_is_an_error_for_whoever_orders_and_is_tried_again()
    {
        await using var under = new BarrierUnderTest();
        await under.UntilAsync(() => under.Reporter.Health.Code == "ok");
        under.Up.Fault = "The relay board does not answer.";
        await Assert.ThrowsAsync<DeviceFaultException>(async () => await under.Barrier.RaiseAsync(Plate, Cancelled));
        under.Up.Fault = null;
        await under.UntilAsync(() => under.Thing.Height >= 1);
        await Assert.ThrowsAsync<DeviceFaultException>(() => under.Run);
    }

    [Fact(Timeout = 60_000)]
    public async Task Reversal_that_fails_is_tried_until_it_works()
    {
        await using var under = new BarrierUnderTest();
        await under.Barrier.RaiseAsync(Plate, Cancelled);
        await under.UntilAsync(() => under.Barrier.Position == BarrierPosition.Lowering);
        under.Up.Fault = "The relay board does not answer.";
        under.Beam.Set(true);
        await under.UntilAsync(() => under.Run.IsFaulted);
        Assert.False(under.Down.IsActive);
        under.Up.Fault = null;
        await under.UntilAsync(() => under.Thing.Height >= 1);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stopping_the_gateway_never_leaves_an_arm_closing_unwatched(bool held)
    {
        await using var under = new BarrierUnderTest(new BarrierSettings { HasUpLimit = true, HasDownLimit = true, Held = held });
        await under.Barrier.RaiseAsync(Plate, Cancelled);
        await under.UntilAsync(() => under.Barrier.Position == BarrierPosition.Lowering);
        await under.StepAsync();
        await under.StopAsync();
        Assert.Equal((false, false), (under.Up.IsActive, under.Down.IsActive));
        var height = under.Thing.Height;
        await StepsAsync(under, 100);

        Assert.True(under.Thing.Height >= height && under.Thing.Height > 0, $"The arm went from {height} to {under.Thing.Height}.");
        await Assert.ThrowsAsync<DeviceFaultException>(async () => await under.Barrier.RaiseAsync(Plate, Cancelled));
    }

    private static async Task StepsAsync(BarrierUnderTest under, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            await under.StepAsync();
        }
    }

    /// <summary>An input whose edges never come, and whose level cannot always be read.</summary>
    private sealed class DeafInput : IDigitalInput
    {
        private bool _active;

        public bool IsLost { get; set; }

        public bool IsActive
        {
            get => IsLost ? throw new DeviceFaultException("The beam's bus is gone.") : _active;
            set => _active = value;
        }

        public async ValueTask<DigitalEdge> ReadEdgeAsync(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return default;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
