using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Drivers.Tests.FallingObjectCameras;

/// <summary>Held against a pinhole camera in space that knows nothing of the formula.</summary>
public sealed class FacadeCalibrationTests
{
    private static readonly Building Tower = new(18, 3);

    public static TheoryData<double, double, double, double> Placements => new()
    {
        { 0, 25, 40, 60 },
        { 30, 2, 30, 40 },
        { 55, 1.5, 12, 50 },
        { -10, 40, 60, 45 },
    };

    [Theory]
    [MemberData(nameof(Placements))]
    public void Rows_become_the_heights_that_a_pinhole_camera_sees(double tilt, double height, double distance, double fieldOfView)
    {
        var placement = new CameraPlacement(tilt, height, distance, CameraPlacement.FocalLengthOf(fieldOfView));
        var calibration = FacadeCalibration.FromPlacement(placement, Tower);
        for (var metres = 0.0; metres <= Tower.Height; metres += 1.5)
        {
            var row = Project(placement, metres);
            if (row is >= 0 and <= 1)
            {
                Assert.Equal(metres, calibration.HeightAt(row).Metres, 1e-6);
                Assert.Equal(row, calibration.RowOf(metres), 1e-9);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Placements))]
    public void Uncertainty_covers_a_tilt_that_is_half_a_degree_off(double tilt, double height, double distance, double fieldOfView)
    {
        var told = new CameraPlacement(tilt, height, distance, CameraPlacement.FocalLengthOf(fieldOfView));
        var real = told with { Tilt = tilt + 0.5 };
        var calibration = FacadeCalibration.FromPlacement(told, Tower);
        for (var row = 0.1; row < 1; row += 0.2)
        {
            var truth = FacadeCalibration.FromPlacement(real, Tower).HeightAt(row).Metres;
            var (metres, off) = calibration.HeightAt(row);
            Assert.InRange(Math.Abs(metres - truth), 0, 2 * off);
            Assert.True(off < 20, $"{off} m says nothing");
        }
    }

    [Fact]
    public void Uncertainty_grows_towards_the_roof_of_a_camera_that_looks_up()
    {
        var calibration = FacadeCalibration.FromPlacement(new CameraPlacement(30, 2, 30, CameraPlacement.FocalLengthOf(40)), Tower);
        Assert.True(calibration.HeightAt(0.1).Uncertainty > calibration.HeightAt(0.9).Uncertainty * 2);
    }

    [Fact]
    public void Four_floor_lines_give_the_same_heights_as_the_placement_that_they_were_seen_from()
    {
        var placement = new CameraPlacement(32, 3.5, 28, CameraPlacement.FocalLengthOf(48));
        var lines = new[] { 14, 5, 9, 7 }.Select(floor => new FloorLine(floor, Project(placement, (floor - 1) * Tower.FloorHeight))).ToList();
        var calibration = FacadeCalibration.FromFloorLines(lines, Tower);
        for (var floor = 5; floor <= 14; floor++)
        {
            var row = Project(placement, ((floor - 1) * Tower.FloorHeight) + 1.5);
            Assert.Equal(((floor - 1) * Tower.FloorHeight) + 1.5, calibration.HeightAt(row).Metres, 1e-6);
            Assert.Equal(floor, calibration.FloorAt(row).Floor);
        }
    }

    [Fact]
    public void Lines_drawn_a_little_off_cost_accuracy_and_say_so()
    {
        var placement = new CameraPlacement(32, 3.5, 28, CameraPlacement.FocalLengthOf(48));
        var random = new Random(7);
        var lines = Enumerable.Range(5, 9)
            .Select(floor => new FloorLine(floor, Project(placement, (floor - 1) * Tower.FloorHeight) + ((random.NextDouble() - 0.5) * 0.015)))
            .ToList();
        var calibration = FacadeCalibration.FromFloorLines(lines, Tower);
        for (var metres = 15.0; metres < 36; metres += 3)
        {
            var (found, off) = calibration.HeightAt(Project(placement, metres));
            Assert.InRange(Math.Abs(found - metres), 0, 3 * off);
            Assert.InRange(off, 0.1, 2);
        }
    }

    [Fact]
    public void Floor_comes_with_the_floors_that_it_may_be_as_well()
    {
        var calibration = FacadeCalibration.FromPlacement(new CameraPlacement(30, 2, 30, CameraPlacement.FocalLengthOf(40)), Tower);
        var edge = calibration.FloorAt(calibration.RowOf(9.05));
        Assert.Equal((4, 3), (edge.Floor, edge.Lowest));
        Assert.InRange(edge.Highest, 4, 5);
    }

    [Theory]
    [InlineData(-20, 1)]
    [InlineData(100, 18)]
    public void What_is_below_or_above_the_building_counts_to_its_nearest_floor(double metres, int floor)
    {
        var calibration = FacadeCalibration.FromPlacement(new CameraPlacement(0, 30, 50, 0.2), Tower);
        Assert.Equal(floor, calibration.FloorAt(calibration.RowOf(metres)).Floor);
    }

    [Fact]
    public void Camera_that_looks_past_the_zenith_is_refused()
    {
        var refused = Assert.Throws<CalibrationException>(
            () => FacadeCalibration.FromPlacement(new CameraPlacement(80, 2, 10, CameraPlacement.FocalLengthOf(40)), Tower));
        Assert.Contains("zenith", refused.Words.En, StringComparison.Ordinal);
        Assert.Contains("天顶", refused.Words.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_lines_are_refused() => Refused("At least 4", (1, 0.9), (2, 0.8), (3, 0.7));

    [Fact]
    public void Lines_out_of_order_are_refused() => Refused("the higher the floor", (1, 0.9), (2, 0.8), (3, 0.85), (4, 0.7));

    [Fact]
    public void Floor_named_twice_is_refused() => Refused("the higher the floor", (1, 0.9), (2, 0.8), (2, 0.7), (4, 0.6));

    [Fact]
    public void Lines_that_no_camera_sees_so_are_refused() => Refused("contradict", (1, 0.95), (2, 0.90), (3, 0.50), (4, 0.45), (5, 0.1));

    /// <summary>Straight from the picture of a ray: the angle between it and the optical axis, by the arc tangent.</summary>
    private static double Project(CameraPlacement camera, double metres)
    {
        var angle = Math.Atan2(metres - camera.Height, camera.Distance) - (camera.Tilt * Math.PI / 180);
        return 0.5 - (camera.FocalLength * Math.Tan(angle));
    }

    private static void Refused(string words, params (int Floor, double Y)[] lines)
    {
        var refused = Assert.Throws<CalibrationException>(
            () => FacadeCalibration.FromFloorLines([.. lines.Select(line => new FloorLine(line.Floor, line.Y))], Tower));
        Assert.Contains(words, refused.Words.En, StringComparison.Ordinal);
        Assert.NotEqual(refused.Words.En, refused.Words.Zh);
    }
}
