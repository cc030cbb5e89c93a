using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>Reads the <c>facade</c> of a falling-object camera.</summary>
internal static class FacadeReader
{
    private static readonly ImagePolygon Everything = new([new(0, 0), new(1, 0), new(1, 1), new(0, 1)]);

    /// <summary>Stands in after a fault.</summary>
    private static readonly FacadeCalibration Usual = FacadeCalibration.FromPlacement(
        new CameraPlacement(Tilt: 30, Height: 2, Distance: 30, CameraPlacement.FocalLengthOf(40)), new Building(10, 3));

    /// <param name="device">The camera's section.</param>
    /// <param name="rows">Of the camera's picture, before any of it is left out.</param>
    /// <param name="context">Takes the faults.</param>
    public static Facade Read(JsonSection device, int rows, HardwareContext context)
    {
        if (device.Section("facade") is not { } section)
        {
            return new Facade(Everything, [], Usual);
        }

        var region = Polygon(section, "region", context);
        List<ImagePolygon> ignore = [];
        foreach (var part in section.Sections("ignore", required: false))
        {
            ignore.Add(Polygon(part, "region", context));
            part.Close();
        }

        var building = new Building(section.Whole("floors", 1, 200), section.Number("floorHeight", 2, 6, 3));
        var columns = section.Whole("columns", 1, FacadeColumns.Most, 0);
        var calibration = Calibration(section, building, rows, context);
        section.Close();
        return new Facade(region, ignore, calibration, columns) { Canonical = section.Canonical };
    }

    private static ImagePolygon Polygon(JsonSection section, string name, HardwareContext context)
    {
        List<ImagePoint> corners = [];
        var faultless = true;
        foreach (var corner in section.Sections(name))
        {
            corners.Add(new ImagePoint(corner.Number("x", 0, 1), corner.Number("y", 0, 1)));
            corner.Close();
        }

        if (Stands(section, name) && (corners.Count < 3 || ImagePolygon.AreaOf(corners) < ImagePolygon.LeastArea))
        {
            faultless = false;
            context.Fault(section, name, "多边形至少需要三个不在同一直线上的顶点", "a polygon needs at least three corners that do not lie on one line");
        }

        return faultless && Stands(section, name) ? new ImagePolygon(corners) : Everything;
    }

    private static FacadeCalibration Calibration(JsonSection section, Building building, int rows, HardwareContext context)
    {
        var (placed, lined) = (Stands(section, "placement"), Stands(section, "floorLines"));
        if (placed == lined)
        {
            section.Ignore("placement");
            section.Ignore("floorLines");
            context.Fault(
                section,
                placed ? "floorLines" : "placement",
                "需要且只能有 placement（安装位置）或 floorLines（至少四条楼层线）之一",
                "expected either placement (how the camera stands) or floorLines (at least four known floors), and not both");
            return Usual;
        }

        try
        {
            if (placed)
            {
                section.Ignore("floorLines");
                return section.Section("placement") is { } placement ? FacadeCalibration.FromPlacement(Placement(placement, rows, context), building) : Usual;
            }

            section.Ignore("placement");
            return FacadeCalibration.FromFloorLines(Lines(section, building), building);
        }
        catch (CalibrationException error)
        {
            context.Fault(section, placed ? "placement" : "floorLines", error.Words.Zh, error.Words.En);
            return Usual;
        }
    }

    private static CameraPlacement Placement(JsonSection section, int rows, HardwareContext context)
    {
        var (tilt, height, distance) = (section.Number("tilt", -30, 85), section.Number("height", -20, 200), section.Number("distance", 1, 300));
        var (field, pixels) = (Stands(section, "fieldOfView"), Stands(section, "focalLength"));
        if (field == pixels)
        {
            context.Fault(
                section,
                "fieldOfView",
                "需要且只能有 fieldOfView（垂直视场角，度）或 focalLength（像素）之一",
                "expected either fieldOfView (vertical, degrees) or focalLength (pixels of the camera's picture), and not both");
        }

        var degrees = section.Number("fieldOfView", 5, 120, 40);
        var focal = section.Number("focalLength", 10, 40_000, CameraPlacement.FocalLengthOf(degrees) * rows);
        section.Close();
        return new CameraPlacement(tilt, height, distance, focal / rows);
    }

    private static List<FloorLine> Lines(JsonSection section, Building building)
    {
        List<FloorLine> lines = [];
        foreach (var line in section.Sections("floorLines"))
        {
            lines.Add(new FloorLine(line.Whole("floor", 1, building.Floors + 1), line.Number("y", 0, 1)));
            line.Close();
        }

        return lines;
    }

    private static bool Stands(JsonSection section, string name) => section.Peek(name) is not null;
}
