using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Drivers.Tests.FallingObjectCameras;

public sealed class FacadeFitTests
{
    private static readonly Building Tower = new(18, 2.9);
    private static readonly CameraPlacement Placement = new(32, 3.5, 28, CameraPlacement.FocalLengthOf(48));
    private static readonly FacadeCalibration Truth = FacadeCalibration.FromPlacement(Placement, Tower);
    private static readonly ImagePolygon Region = new([new(0.1, 0.1), new(0.9, 0.1), new(0.9, 0.9), new(0.1, 0.9)]);

    [Fact]
    public void Floors_of_the_picture_are_where_the_calibration_sees_them()
    {
        var fit = FacadeFit.Of(new Facade(Region, [], Truth), 720);
        Assert.NotEmpty(fit.Floors);
        Assert.All(fit.Floors, line => Assert.Equal(Truth.RowOf((line.Floor - 1) * 2.9), line.Y, 1e-9));
        Assert.Equal(fit.Floors.Select(line => line.Floor).Order(), fit.Floors.Select(line => line.Floor));
        Assert.Null(fit.LineError);
        Assert.Empty(fit.Lines);
    }

    [Fact]
    public void Line_that_was_drawn_amiss_stands_out_in_pixels()
    {
        var lines = Enumerable.Range(5, 8).Select(floor => new FloorLine(floor, Truth.RowOf((floor - 1) * 2.9) + (floor == 8 ? 6 / 720.0 : 0))).ToList();
        var fit = FacadeFit.Of(new Facade(Region, [], FacadeCalibration.FromFloorLines(lines, Tower)), 720);

        Assert.InRange(fit.LineError!.Value, 1, 3);
        var worst = fit.Lines.MaxBy(line => Math.Abs(line.Pixels));
        Assert.Equal(8, worst.Floor);
        Assert.InRange(worst.Pixels, 3, 6);
        Assert.Equal(fit.LineError.Value, Math.Sqrt(fit.Lines.Average(line => line.Pixels * line.Pixels)), 1e-9);
    }

    [Fact]
    public void Lines_drawn_where_they_are_have_no_error_and_still_an_uncertainty()
    {
        var lines = Enumerable.Range(5, 8).Select(floor => new FloorLine(floor, Truth.RowOf((floor - 1) * 2.9))).ToList();
        var fit = FacadeFit.Of(new Facade(Region, [], FacadeCalibration.FromFloorLines(lines, Tower)), 720);
        Assert.Equal(0, fit.LineError!.Value, 1e-3);
        Assert.All(fit.Places, place => Assert.InRange(place.Floors, 0.005, 0.5));
    }

    [Fact]
    public void Uncertainty_is_told_at_the_region_s_top_middle_and_bottom_and_grows_upwards()
    {
        var fit = FacadeFit.Of(new Facade(Region, [], Truth), 720);
        Assert.Equal([0.1, 0.5, 0.9], fit.Places.Select(place => Math.Round(place.Y, 6)));
        Assert.True(fit.Places[0].Floors > fit.Places[1].Floors && fit.Places[1].Floors > fit.Places[2].Floors);
        Assert.Equal(fit.Places[1].Height.Uncertainty / 2.9, fit.Places[1].Floors, 1e-9);
    }
}
