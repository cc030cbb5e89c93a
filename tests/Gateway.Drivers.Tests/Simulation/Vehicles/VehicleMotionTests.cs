using Gateway.Drivers.Simulation.Vehicles;

namespace Gateway.Drivers.Tests.Simulation.Vehicles;

public sealed class VehicleMotionTests
{
    [Fact]
    public void It_stands_at_its_target_and_goes_on_when_it_may()
    {
        var motion = new VehicleMotion(16, VehicleMotion.Usual, -VehicleMotion.Usual);
        motion.Advance(8);
        Assert.Equal(VehicleMotion.Stops, motion.Distance, 0.1);
        motion.Target = double.NegativeInfinity;
        motion.Advance(11);
        Assert.InRange(motion.Distance, -12, -3);
    }

    [Fact]
    public void It_never_passes_its_target()
    {
        var motion = new VehicleMotion(16, VehicleMotion.Usual, -VehicleMotion.Usual);
        for (var time = 0.0; time < 12; time += 0.1)
        {
            motion.Advance(time);
            Assert.True(motion.Distance > VehicleMotion.Stops - 0.15, $"{motion.Distance} m after {time} s");
        }
    }

    [Fact]
    public void It_turns_away_backwards()
    {
        var motion = new VehicleMotion(VehicleMotion.Stops, VehicleMotion.Usual, 0) { Target = double.PositiveInfinity };
        motion.Advance(4);
        Assert.True(motion.Distance > 10);
    }

    [Fact]
    public void Order_of_questions_does_not_matter()
    {
        var (often, once) = (new VehicleMotion(16, VehicleMotion.Usual, 0), new VehicleMotion(16, VehicleMotion.Usual, 0));
        for (var time = 0.0; time < 5; time += 0.037)
        {
            often.Advance(time);
        }

        often.Advance(5);
        once.Advance(5);
        Assert.Equal(once.Distance, often.Distance, 1e-9);
    }
}
