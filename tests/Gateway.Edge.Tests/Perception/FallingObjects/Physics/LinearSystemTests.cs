using Gateway.Edge.Perception.FallingObjects.Physics;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Physics;

public sealed class LinearSystemTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Observations_without_error_give_back_what_made_them(int unknowns)
    {
        var random = new Random(unknowns);
        var expected = Enumerable.Range(0, unknowns).Select(_ => (random.NextDouble() * 10) - 5).ToArray();
        var normal = new double[unknowns * (unknowns + 1)];
        for (var i = 0; i < 20; i++)
        {
            var row = expected.Select(_ => random.NextDouble() - 0.5).ToArray();
            LinearSystem.Add(normal, row, row.Zip(expected, (a, b) => a * b).Sum(), weight: 0.1 + random.NextDouble());
        }

        var (before, solution) = (normal.ToArray(), new double[unknowns]);
        Assert.True(LinearSystem.Solve(normal, 0, solution));

        Assert.All(expected.Zip(solution), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        Assert.Equal(before, normal);
    }

    [Fact]
    public void Heavier_observations_count_more()
    {
        var normal = new double[2];
        LinearSystem.Add(normal, [1], 10, weight: 3);
        LinearSystem.Add(normal, [1], 20, weight: 1);
        var solution = new double[1];

        Assert.True(LinearSystem.Solve(normal, 0, solution));
        Assert.Equal(12.5, solution[0], 12);
        Assert.True(LinearSystem.Solve(normal, 1, solution));
        Assert.Equal(6.25, solution[0], 12); // the diagonal counts twice
    }

    [Fact]
    public void A_first_pivot_of_zero_is_passed_by()
    {
        var solution = new double[2];

        Assert.True(LinearSystem.Solve([0, 2, 6, 4, 1, 7], 0, solution));
        Assert.Equal([1, 3], solution);
    }

    [Fact]
    public void Systems_that_say_too_little_have_no_solution()
    {
        var normal = new double[12];
        LinearSystem.Add(normal, [1, 2, 4], 3, 1);

        Assert.False(LinearSystem.Solve(new double[12], 0, new double[3]));
        Assert.False(LinearSystem.Solve([0, 0, 1, 0, 1, 1], 0, new double[2]));
        Assert.False(LinearSystem.Solve([double.NaN, 1, 1, 1, 1, 1], 0, new double[2]));
        Assert.Equal(-1, LinearSystem.InverseColumn(new double[12], 0, new double[3]));
    }

    [Fact]
    public void The_diagonal_of_the_inverse_is_an_unknowns_variance()
    {
        // (4 1; 1 3) has the inverse (3 -1; -1 4) / 11.
        double[] normal = [4, 1, 99, 1, 3, -7];
        var column = new double[2];

        Assert.Equal(3 / 11.0, LinearSystem.InverseColumn(normal, 0, column), 12);
        Assert.Equal(-1 / 11.0, column[1], 12);
        Assert.Equal(4 / 11.0, LinearSystem.InverseColumn(normal, 1, column), 12);
    }
}
