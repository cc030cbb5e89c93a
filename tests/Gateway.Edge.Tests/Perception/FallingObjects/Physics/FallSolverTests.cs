using EdgeGateway.Testing;
using Gateway.Edge.Perception.FallingObjects.Physics;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Physics;

public sealed class FallSolverTests
{
    private const double Unit = 0.03;
    private const double Pixels = 0.6;

    [Theory]
    [InlineData(30, 0, 9.8)]
    [InlineData(12, -0.4, 10.4)] // had fallen before it was seen
    [InlineData(40, 0.3, 9.6)] // thrown upwards
    [InlineData(1.2, -0.1, 0.4)] // in distances to the facade
    public void Exact_points_give_back_the_fall_that_made_them(double height, double rest, double acceleration)
    {
        var fall = new FreeFall(height, rest, acceleration, 0, 0);

        var found = FallSolver.Solve(Samples(fall, 40), FallPriors.Unknown)!.Value;

        Assert.Equal(height, found.Fall.Height, 0.01);
        Assert.Equal(rest, found.Fall.Rest, 0.01);
        Assert.Equal(acceleration, found.Fall.Acceleration, 0.02 * acceleration);
        Assert.InRange(found.Fall.Drag, 0, 0.02);
        Assert.InRange(found.Misfit, 0, 0.05);
        Assert.True(found.Bend > 6);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(25)]
    [InlineData(50)]
    public void Noisy_points_give_it_back_within_the_uncertainty_that_is_told(int points)
    {
        var (height, acceleration, misfits) = (0, 0, 0.0);
        for (var seed = 0; seed < 100; seed++)
        {
            var found = FallSolver.Solve(Samples(new FreeFall(35, -0.05, 9.8, 0, 0), points, seed), FallPriors.Metres(30))!.Value;
            height += Math.Abs(found.Fall.Height - 35) < 2 * found.HeightError ? 1 : 0;
            acceleration += Math.Abs(found.Fall.Acceleration - 9.8) < 2 * found.AccelerationError ? 1 : 0;
            misfits += found.Misfit / 100;
            Assert.Equal(found.Misfit * Pixels, found.Residual, 1e-9);
        }

        Assert.InRange(height, 85, 100);
        Assert.InRange(acceleration, 85, 100);
        Assert.InRange(misfits, 0.7, 1.05);
    }

    [Theory]
    [InlineData(8, 0.05)]
    [InlineData(12, 0.15)]
    [InlineData(20, 0.25)] // which takes longer to show
    public void The_terminal_speed_of_light_things_is_found(double terminal, double within)
    {
        var fall = new FreeFall(45, -0.1, 9.8, Math.Pow(9.8 / terminal, 2), 0);
        for (var seed = 0; seed < 10; seed++)
        {
            var found = FallSolver.Solve(Samples(fall, 70, seed), FallPriors.Metres(30))!.Value;

            Assert.Equal(terminal, FallPriors.Gravity / Math.Sqrt(found.Fall.Drag), within * terminal);
            Assert.Equal(45, found.Fall.Height, 1.0);
            Assert.InRange(found.Misfit, 0.5, 1.4);
        }
    }

    [Fact]
    public void With_a_known_acceleration_what_comes_nearer_is_told_from_what_falls_faster()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var found = FallSolver.Solve(Samples(new FreeFall(40, 0, 9.9, 0, 0.08), 60, seed), FallPriors.Metres(30))!.Value;

            Assert.Equal(0.08, found.Fall.Approach, 0.03);
            Assert.Equal(40, found.Fall.Height, 1.0);
        }
    }

    [Fact]
    public void What_is_known_before_decides_where_a_track_says_little()
    {
        var samples = Samples(new FreeFall(30, -0.3, 9.8, 0, 0), 8, seed: 3);

        var (free, known) = (FallSolver.Solve(samples, FallPriors.Measuring(30))!.Value, FallSolver.Solve(samples, FallPriors.Metres(30))!.Value);

        Assert.True(known.AccelerationError < 0.4 && free.AccelerationError > 3 * known.AccelerationError);
        Assert.InRange(known.Fall.Acceleration, 9, 11);
        Assert.InRange(known.HeightError, 0, free.HeightError);
    }

    [Fact]
    public void Steady_motion_hardly_bends_and_what_slows_down_is_no_fall()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var steady = FallSolver.Solve(Samples(t => 30 - (6 * t), 40, seed), FallPriors.Unknown);
            Assert.True(steady is null || steady.Value.Bend < 5, $"{steady?.Bend}");
            Assert.Null(FallSolver.Solve(Samples(t => 30 - (9 * t) + (2 * t * t), 40, seed), FallPriors.Unknown));
        }
    }

    [Fact]
    public void A_fit_that_is_worse_than_expected_is_less_certain()
    {
        var fall = new FreeFall(35, 0, 9.8, 0, 0);

        var (good, bad) = (Solve(0), Solve(0.4));

        Assert.True(bad.Misfit > 2 * good.Misfit);
        Assert.True(bad.AccelerationError > 2 * good.AccelerationError);
        Assert.True(bad.HeightError > 2 * good.HeightError);

        FallSolution Solve(double waves) => FallSolver.Solve(Samples(t => fall.At(t) + (waves * Math.Sin(40 * t)), 40, seed: 1), FallPriors.Unknown)!.Value;
    }

    [Fact]
    public void Too_few_points_and_points_of_one_time_have_no_fall()
    {
        var fall = new FreeFall(35, 0, 9.8, 0, 0);

        Assert.Null(FallSolver.Solve(Samples(fall, 4), FallPriors.Unknown));
        Assert.Null(FallSolver.Solve([], FallPriors.Unknown));
        Assert.Null(FallSolver.Solve(Samples(fall, 20).Select(sample => sample with { Seconds = 1 }).ToArray(), FallPriors.Unknown));
    }

    [Fact]
    public void Solving_allocates_nothing()
    {
        var (samples, priors) = (Samples(new FreeFall(35, 0, 9.8, 0.3, 0), 60, seed: 1), FallPriors.Metres(30));
        FallSolver.Solve(samples, priors);

        Assert.Equal(0, Allocations.Least(() =>
        {
            for (var i = 0; i < 20; i++)
            {
                FallSolver.Solve(samples, priors);
            }
        }));
    }

    private static FitSample[] Samples(FreeFall fall, int count, int? seed = null) => Samples(fall.At, count, seed);

    private static FitSample[] Samples(Func<double, double> height, int count, int? seed)
    {
        var random = seed is { } start ? new Random(start) : null;
        return [.. Enumerable.Range(0, count).Select(i => new FitSample(i / 25.0, height(i / 25.0) + (Unit * Normal(random)), 0, Unit, Unit, Pixels))];
    }

    private static double Normal(Random? random) => random is null
        ? 0
        : Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
