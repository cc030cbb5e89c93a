using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Drivers.Tests.FallingObjectCameras;

public sealed class FacadeTests
{
    private static readonly ImagePolygon Whole = Square(0.1, 0.1, 0.9, 0.9);

    [Theory]
    [InlineData(0.5, 0.5, true)]
    [InlineData(0.05, 0.5, false)]
    [InlineData(0.5, 0.95, false)]
    public void Point_is_inside_or_outside(double x, double y, bool inside) => Assert.Equal(inside, Whole.Contains(new(x, y)));

    [Fact]
    public void Bay_of_a_polygon_is_outside()
    {
        var bay = new ImagePolygon([new(0, 0), new(1, 0), new(1, 1), new(0.5, 0.2), new(0, 1)]);
        Assert.False(bay.Contains(new(0.5, 0.6)));
        Assert.True(bay.Contains(new(0.1, 0.6)));
    }

    [Fact]
    public void Area_is_a_share_of_the_picture() => Assert.Equal(0.64, Whole.Area, 1e-9);

    [Fact]
    public void Corners_on_a_line_are_no_polygon() =>
        Assert.Throws<ArgumentException>(() => new ImagePolygon([new(0, 0), new(0.5, 0.5), new(1, 1)]));

    [Fact]
    public void What_is_to_be_ignored_is_not_watched()
    {
        var calibration = FacadeCalibration.FromPlacement(new CameraPlacement(0, 10, 30, 1), new Building(6, 3));
        var facade = new Facade(Whole, [Square(0.2, 0.2, 0.4, 0.4)], calibration);
        Assert.False(facade.Watches(new(0.3, 0.3)));
        Assert.True(facade.Watches(new(0.5, 0.3)));
        Assert.False(facade.Watches(new(0.95, 0.3)));
    }

    private static ImagePolygon Square(double left, double top, double right, double bottom) =>
        new([new(left, top), new(right, top), new(right, bottom), new(left, bottom)]);
}
