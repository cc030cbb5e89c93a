using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;

namespace Gateway.Drivers.Tests.VehicleBarriers;

/// <summary>The machine of one barrier, told what happens at which second, and what it said of it.</summary>
public abstract class BarrierStory
{
    private protected static readonly BarrierReason Plate = new("plate", new Wording("车牌已登记", "The plate is registered"));
    private protected static readonly BarrierReason Duty = new("console:duty", new Wording("人工操作", "By hand"));

    private protected BarrierMachine Barrier { get; set; } = Machine(new BarrierSettings());

    /// <summary>Every change so far, with its second.</summary>
    private protected List<(BarrierEvent Event, double At)> Seen { get; } = [];

    private protected static BarrierMachine Machine(BarrierSettings settings)
    {
        var machine = new BarrierMachine(settings, At(-20));
        machine.Watched(watched: true, At(-20));
        return machine;
    }

    protected static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    /// <summary>Begins each story with the arm known to be down.</summary>
    protected void Down()
    {
        Assert.Equal(BarrierAnswer.Done, Barrier.Lower(Duty, At(-10)));
        Barrier.Advance(At(-1));
        Barrier.TakeChanges();
        Assert.Equal(BarrierPosition.Down, Barrier.Position);
    }

    protected void WithLimits(bool held = false)
    {
        Barrier = Machine(new BarrierSettings { HasUpLimit = true, HasDownLimit = true, Held = held });
        Barrier.Limit(up: false, active: true, At(-20));
        Assert.Equal(BarrierPosition.Down, Barrier.Position);
    }

    protected void Raise(double at)
    {
        Assert.Equal(BarrierAnswer.Done, Barrier.Raise(Plate, At(at)));
        Note();
    }

    /// <summary>A vehicle rolls over the loop and through the beam.</summary>
    protected void Pass(double from, double to)
    {
        Loop(occupied: true, from);
        Beam(interrupted: true, from + 0.5);
        Loop(occupied: false, to - 0.2);
        Beam(interrupted: false, to);
    }

    protected void Loop(bool occupied, double at)
    {
        Barrier.Loop(0, occupied, At(at));
        Note();
    }

    protected void Beam(bool interrupted, double at)
    {
        Barrier.Beam(interrupted, At(at));
        Note();
    }

    protected void Limit(bool up, bool active, double at)
    {
        Barrier.Limit(up, active, At(at));
        Note();
    }

    protected void Until(double at)
    {
        Barrier.Advance(At(at));
        Note();
    }

    private void Note() => Seen.AddRange(Barrier.TakeChanges().Select(change => (change.Event, change.At.TotalSeconds)));
}
