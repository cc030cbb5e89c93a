using EdgeGateway.Testing;
using Gateway.Drivers.Simulation;
using Gateway.Drivers.Simulation.Plates;
using Gateway.Drivers.Simulation.Vehicles;

namespace Gateway.Drivers.Tests.Simulation;

/// <summary>What a camera beside the lane sees of the vehicles, in step with arm, loops and beam.</summary>
public sealed class SimulatedTrafficTests : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(40);
    private readonly FakeTimeProvider _clock = new();
    private readonly SimulatedInput _loop;
    private readonly SimulatedInput _beam;
    private readonly SimulatedBarrier _barrier;
    private int _woken;

    public SimulatedTrafficTests()
    {
        (_loop, _beam) = (new SimulatedInput(_clock), new SimulatedInput(_clock));
        _barrier = new SimulatedBarrier(_clock) { Loops = [_loop], Beam = _beam };
        Traffic.Watch(() => _woken++);
    }

    private SimulatedTraffic Traffic => _barrier.Traffic;

    public void Dispose() => _barrier.Dispose();

    [Fact]
    public void Vehicle_comes_into_view_and_stops_before_the_arm()
    {
        Traffic.Come(Of("沪A12345"));
        Assert.Equal(1, _woken);
        Assert.True(Traffic.HasSight);
        Assert.Equal(VehicleMotion.Begins, Assert.Single(Traffic.Sight()).Distance);
        Go(10);
        var (vehicle, distance) = Assert.Single(Traffic.Sight());
        Assert.Equal("沪A12345", vehicle.Look.Plate!.Text);
        Assert.Equal(VehicleMotion.Stops, distance, 0.1);
        Assert.False(_loop.IsActive);
        Assert.Equal(1, Traffic.Waiting);
    }

    [Fact]
    public void Loop_before_the_arm_tells_of_it_though_timers_come_early()
    {
        var clock = new HastyClock(_clock);
        var approach = new SimulatedInput(_clock);
        using var barrier = new SimulatedBarrier(clock) { Loops = [_loop], Beam = _beam, Approach = approach };
        barrier.Traffic.Watch(() => { });
        barrier.Traffic.Come(Of("沪A12345"));
        Go(2.9);
        Assert.False(approach.IsActive);
        Go(0.2);
        Assert.True(approach.IsActive);
    }

    [Fact]
    public void Raised_arm_lets_it_through_past_the_camera_and_over_the_loop()
    {
        Traffic.Come(Of("沪A12345"));
        Go(6);
        Raise();
        var (loopAt, beamAt) = (double.NaN, double.NaN);
        for (var i = 0; i < 250; i++)
        {
            Go(Tick.TotalSeconds);
            var distance = Traffic.Sight() is [var one, ..] ? one.Distance : -1;
            loopAt = double.IsNaN(loopAt) && _loop.IsActive ? distance : loopAt;
            beamAt = double.IsNaN(beamAt) && _beam.IsActive ? distance : beamAt;
        }

        Assert.InRange(loopAt, 2, VehicleMotion.Stops);
        Assert.InRange(beamAt, -1, 3);
        Assert.False(Traffic.HasSight);
        Assert.Equal(0, Traffic.Waiting);
    }

    [Fact]
    public void Arm_that_is_up_in_time_lets_it_drive_through_without_a_stop()
    {
        Traffic.Come(Of("沪A12345"));
        Raise();
        var slowest = double.MaxValue;
        var before = VehicleMotion.Begins;
        for (var i = 0; i < 200 && Traffic.Sight() is [_, ..]; i++)
        {
            Go(Tick.TotalSeconds);
            var now = Traffic.Sight() is [var one, ..] ? one.Distance : 0;
            slowest = now > 0 ? Math.Min(slowest, before - now) : slowest;
            before = now;
        }

        Assert.True(slowest > VehicleMotion.Usual * Tick.TotalSeconds * 0.6, $"{slowest} m in {Tick}");
        Go(5);
        Assert.Equal(0, Traffic.Waiting);
    }

    [Fact]
    public void Second_vehicle_waits_behind_the_first_and_moves_up()
    {
        Traffic.Come(Of("沪A12345"));
        Traffic.Come(Of("沪B12345"));
        Go(12);
        Assert.Equal(["沪B12345", "沪A12345"], Traffic.Sight().Select(one => one.Vehicle.Look.Plate!.Text));
        Assert.True(Traffic.Sight()[0].Distance > VehicleMotion.Stops + 5);
        Raise();
        Go(12);
        var (vehicle, distance) = Assert.Single(Traffic.Sight());
        Assert.Equal("沪B12345", vehicle.Look.Plate!.Text);
        Assert.Equal(VehicleMotion.Stops, distance, 0.1);
    }

    [Fact]
    public void Vehicle_that_nobody_lets_in_turns_away_and_is_gone()
    {
        Traffic.Come(Of("沪A12345") with { Patience = TimeSpan.FromSeconds(20) });
        Go(19);
        Assert.Equal(1, Traffic.Waiting);
        Go(3);
        Assert.Equal(0, Traffic.Waiting);
        Assert.True(Assert.Single(Traffic.Sight()).Distance > VehicleMotion.Stops + 1);
        Go(15);
        Assert.Empty(Traffic.Sight());
        Assert.False(Traffic.HasSight);
        Raise();
        Go(5);
        Assert.False(_loop.IsActive);
    }

    [Fact]
    public void Leaving_vehicle_is_seen_only_after_it_has_passed_and_goes_away()
    {
        Traffic.Come(Of("沪A12345") with { Leaves = true });
        Go(5);
        Assert.Empty(Traffic.Sight());
        Assert.True(Traffic.HasSight);
        Raise();
        List<double> seen = [];
        for (var i = 0; i < 400; i++)
        {
            Go(Tick.TotalSeconds);
            seen.AddRange(Traffic.Sight().Select(one => one.Distance));
        }

        Assert.True(seen.Count > 50);
        Assert.Equal(seen.Order(), seen);
        Assert.False(Traffic.HasSight);
    }

    [Fact]
    public void Stalled_vehicle_stands_under_the_arm_until_it_is_told_to_go_on()
    {
        Traffic.Come(Of("沪A12345"));
        Go(5);
        Traffic.Stall();
        Raise();
        Go(10);
        Assert.True(_loop.IsActive);
        Assert.Equal(VehicleMotion.Stops / 2, Assert.Single(Traffic.Sight()).Distance, 0.2);
        Traffic.GoOn();
        Go(8);
        Assert.False(_loop.IsActive);
        Assert.Empty(Traffic.Sight());
    }

    [Fact]
    public void Nobody_is_kept_where_no_camera_looks_on()
    {
        using var barrier = new SimulatedBarrier(_clock);
        for (var i = 0; i < 50; i++)
        {
            barrier.Traffic.Come(Of("沪A12345"));
        }

        Assert.False(barrier.Traffic.HasSight);
        Assert.Equal(50, barrier.Traffic.Waiting);
    }

    private static SimulatedVehicle Of(string plate) => new(VehicleLook.Of(PlateDesign.Of(plate)));

    /// <summary>The arm goes up, as a raise makes it.</summary>
    private void Raise()
    {
        _barrier.Lift();
        Traffic.Admit();
    }

    private void Go(double seconds)
    {
        for (var rest = TimeSpan.FromSeconds(seconds); rest > TimeSpan.Zero; rest -= Tick)
        {
            _clock.Advance(rest < Tick ? rest : Tick);
            Traffic.Sight();
        }
    }
}
