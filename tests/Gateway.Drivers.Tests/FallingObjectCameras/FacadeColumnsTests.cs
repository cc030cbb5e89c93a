using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Drivers.Tests.FallingObjectCameras;

public sealed class FacadeColumnsTests
{
    /// <summary>A tower that is 0.8 wide at its foot and 0.4 at its roof.</summary>
    private static readonly ImagePolygon Tower = new([new(0.3, 0), new(0.7, 0), new(0.9, 1), new(0.1, 1)]);

    [Theory]
    [InlineData(0.11, 0.999, 1)]
    [InlineData(0.89, 0.999, 8)]
    [InlineData(0.36, 0.5, 3)] // the edges stand at 0.2 and 0.8 here
    [InlineData(0.21, 0.5, 1)]
    [InlineData(0.31, 0.001, 1)]
    [InlineData(0.52, 0.001, 5)]
    public void Columns_share_each_row_between_edges_that_converge(double x, double y, int column) =>
        Assert.Equal(column, FacadeColumns.At(Tower, 8, new(x, y), 0)!.Value.Column);

    [Fact]
    public void Column_comes_with_those_that_it_may_be_as_well()
    {
        // A column is 0.075 wide at this row.
        Assert.Equal(new FacadeColumn(3, 3, 3), FacadeColumns.At(Tower, 8, new(0.3875, 0.5), 0.01));
        Assert.Equal(new FacadeColumn(3, 2, 4), FacadeColumns.At(Tower, 8, new(0.3875, 0.5), 0.025));
        Assert.Equal(new FacadeColumn(1, 1, 2), FacadeColumns.At(Tower, 8, new(0.26, 0.5), 0.02));
    }

    [Theory]
    [InlineData(-0.2, 0.5, 1)]
    [InlineData(1.2, 0.5, 8)]
    [InlineData(0.5001, -0.3, 5)]
    [InlineData(0.5001, 1.4, 5)]
    public void What_is_outside_counts_to_the_nearest_column(double x, double y, int column) =>
        Assert.Equal(column, FacadeColumns.At(Tower, 8, new(x, y), 0)!.Value.Column);

    [Fact]
    public void Columns_that_nobody_has_counted_are_not_told()
    {
        Assert.Null(FacadeColumns.At(Tower, 0, new(0.5, 0.5), 0.01));
        var calibration = FacadeCalibration.FromPlacement(new CameraPlacement(0, 10, 30, 1), new Building(6, 3));
        Assert.Null(new Facade(Tower, [], calibration).ColumnAt(new(0.5, 0.5), 0));
        Assert.Equal(5, new Facade(Tower, [], calibration, 8).ColumnAt(new(0.5001, 0.5), 0)!.Value.Column);
    }

    [Fact]
    public void Region_that_ends_in_a_point_still_has_a_column_there() =>
        Assert.InRange(FacadeColumns.At(new ImagePolygon([new(0.5, 0), new(1, 1), new(0, 1)]), 6, new(0.5, 0), 0)!.Value.Column, 1, 6);

    [Fact]
    public void Every_column_of_every_row_is_reached_in_order()
    {
        for (var y = 0.05; y < 1; y += 0.1)
        {
            var (left, right) = FacadeColumns.Edges(Tower, y);
            for (var column = 1; column <= 12; column++)
            {
                var x = left + ((column - 0.5) / 12 * (right - left));
                Assert.Equal(column, FacadeColumns.At(Tower, 12, new(x, y), 0)!.Value.Column);
            }
        }
    }
}
