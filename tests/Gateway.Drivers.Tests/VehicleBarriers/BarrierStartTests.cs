using Gateway.Drivers.VehicleBarriers;

namespace Gateway.Drivers.Tests.VehicleBarriers;

/// <summary>An arm that is up, or nobody knows where, when the gateway starts: it may be held up by hand or because of a fire.</summary>
public sealed class BarrierStartTests : BarrierStory
{
    [Fact]
    public void Arm_found_up_stays_up_and_says_so_until_it_is_ordered_down()
    {
        FoundUp();
        Until(10_000);
        Assert.Equal((BarrierPosition.Up, BarrierFault.FoundUp), (Barrier.Position, Barrier.Fault!.Value));
        Assert.Equal(RelayLevels.Released, Barrier.Relays);
        Assert.Empty(Seen);

        Assert.Equal(BarrierAnswer.Done, Barrier.Lower(Duty, At(10_001)));
        Limit(up: true, active: false, 10_002);
        Limit(up: false, active: true, 10_004);
        Assert.Equal(BarrierPosition.Down, Barrier.Position);
        Assert.Null(Barrier.Fault);
    }

    [Fact]
    public void Arm_found_up_closes_behind_a_vehicle_that_passes()
    {
        FoundUp();
        Pass(1000, 1003);
        Until(1003.5);
        Assert.Null(Barrier.Fault);
        Until(1006);
        Assert.Equal(BarrierPosition.Lowering, Barrier.Position);
    }

    [Fact]
    public void Arm_without_limit_switches_does_not_move_before_an_order_and_closes_by_itself_after_it()
    {
        Until(10_000);
        Assert.Equal((BarrierPosition.Unknown, BarrierFault.FoundUp), (Barrier.Position, Barrier.Fault!.Value));
        Assert.Equal(RelayLevels.Released, Barrier.Relays);
        Raise(10_001);
        Assert.Null(Barrier.Fault);
        Until(10_060);
        Assert.Equal(BarrierPosition.Down, Barrier.Position);
    }

    [Fact]
    public void Arm_found_down_is_in_order()
    {
        WithLimits();
        Until(1000);
        Assert.Null(Barrier.Fault);
        Assert.Empty(Seen);
    }

    [Fact]
    public void Choosing_automatic_operation_is_an_order_too()
    {
        FoundUp();
        Assert.Equal(BarrierAnswer.Done, Barrier.SetMode(BarrierMode.Manual, Duty, At(1)));
        Until(1000);
        Assert.Null(Barrier.Fault);
        Assert.Equal(BarrierPosition.Up, Barrier.Position);
        Assert.Equal(BarrierAnswer.Done, Barrier.SetMode(BarrierMode.Automatic, Duty, At(1001)));
        Until(1004);
        Assert.Equal(BarrierPosition.Lowering, Barrier.Position);
    }

    private void FoundUp()
    {
        Barrier = Machine(new BarrierSettings { HasUpLimit = true, HasDownLimit = true });
        Barrier.Limit(up: true, active: true, At(-20));
    }
}
