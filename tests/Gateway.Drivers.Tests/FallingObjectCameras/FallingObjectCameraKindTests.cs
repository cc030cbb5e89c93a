using System.Text;
using System.Text.Json.Nodes;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Drivers.Tests.FallingObjectCameras;

public sealed class FallingObjectCameraKindTests
{
    private static readonly string Sample = Path.Combine(
        TestData.RepositoryRoot, "tests", "Gateway.Drivers.Tests", "Configuration", "Samples", "falling-object-camera.json");

    [Fact]
    public void Camera_is_read_with_what_it_watches_and_what_it_keeps()
    {
        var (placed, lined) = (Camera(_ => { }, 0), Camera(_ => { }, 1));
        Assert.Equal(TimeSpan.FromMinutes(10), placed.Camera.Settings.Recording!.Keep);
        Assert.Equal(1L << 30, placed.Camera.Settings.Recording.MaxBytes);
        Assert.Null(lined.Camera.Settings.Recording);
        Assert.Equal(new Building(18, 2.9), placed.Facade.Calibration.Building);
        Assert.Single(placed.Facade.Ignore);
        Assert.Equal((12, 0), (placed.Facade.Columns, lined.Facade.Columns));
        Assert.EndsWith("18 floors, 12 columns", placed.Summary, StringComparison.Ordinal);

        // Both describe the same camera; the lines were seen from the placement at 3 m a floor.
        var same = Camera(device => device["facade"]!["floorHeight"] = 3, 0).Facade.Calibration;
        Assert.Equal(same.HeightAt(0.3).Metres, lined.Facade.Calibration.HeightAt(0.3).Metres, 0.2);
        Assert.Equal(same.FloorAt(0.5).Floor, lined.Facade.Calibration.FloorAt(0.5).Floor);
    }

    [Fact]
    public void Half_the_resolution_is_analysed_where_there_is_much_of_it_unless_the_file_says_otherwise()
    {
        Assert.Equal((AnalysisScale.Half, 1920, 1080), Told(_ => { }, 0));
        Assert.Equal((AnalysisScale.Full, 1920, 1080), Told(device => device.AsObject().Remove("analysis"), 0));
        Assert.Equal((AnalysisScale.Full, 1920, 1080), Told(device => device["analysis"] = "full", 0));
        Assert.Equal((AnalysisScale.Full, 1280, 720), Told(_ => { }, 1));
        Assert.Equal((AnalysisScale.Half, 1280, 720), Told(device => device["analysis"] = "half", 1));
        Assert.Equal(60, Camera(_ => { }, 1).Camera.Settings.FramesPerSecond);

        (AnalysisScale, int, int) Told(Action<JsonNode> change, int index)
        {
            var camera = Camera(change, index);
            return (camera.Analysis, camera.Camera.Settings.Width, camera.Camera.Settings.Height);
        }
    }

    [Fact]
    public void Unknown_analysis_and_one_that_leaves_too_little_are_refused()
    {
        Refused("did you mean \"half\"", "analysis", device => device["analysis"] = "halb");
        Refused("at least 160 x 120", "analysis", device => (device["camera"]!["width"], device["camera"]!["height"]) = (300, 200));
    }

    [Fact]
    public void Camera_that_is_to_show_a_part_of_its_picture_is_referred_to_the_facade_s_region()
    {
        Refused("facade.region", "camera.region", Cut);
        var refused = Assert.Throws<HardwareFileException>(() => Read(Cut, 0));
        Assert.Contains("facade.region", Assert.Single(refused.Errors).Problem.Zh, StringComparison.Ordinal);

        static void Cut(JsonNode device) => device["camera"]!["region"] = JsonNode.Parse("""{ "x": 0, "y": 0, "width": 0.5, "height": 1 }""");
    }

    [Fact]
    public void Focal_length_in_pixels_says_the_same_as_the_field_of_view()
    {
        var focal = Camera(
            device =>
            {
                device["facade"]!["placement"]!.AsObject().Remove("fieldOfView");
                device["facade"]!["placement"]!["focalLength"] = 1080 * CameraPlacement.FocalLengthOf(48);
            },
            0);
        Assert.Equal(Camera(_ => { }, 0).Facade.Calibration.RowOf(20), focal.Facade.Calibration.RowOf(20), 1e-9);
    }

    [Fact]
    public void Polygon_of_two_corners_is_refused() => Refused(
        "three corners", "facade.region", device => device["facade"]!["region"]!.AsArray().RemoveRange(0, 2));

    [Fact]
    public void Neither_placement_nor_lines_is_refused() => Refused(
        "either placement", "facade.placement", device => device["facade"]!.AsObject().Remove("placement"));

    [Fact]
    public void Both_placement_and_lines_are_refused() => Refused(
        "not both", "facade.floorLines", device => device["facade"]!["floorLines"] = new JsonArray());

    [Fact]
    public void Placement_that_looks_past_the_zenith_is_refused_where_it_stands() => Refused(
        "zenith", "facade.placement", device => device["facade"]!["placement"]!["tilt"] = 80);

    [Fact]
    public void Floor_that_the_building_does_not_have_is_refused() => Refused(
        "expected a whole number", "floor", device => device["facade"]!["floorLines"]![0]!["floor"] = 40, 1);

    [Fact]
    public void More_columns_than_a_camera_can_tell_apart_are_refused() => Refused(
        "1..60", "facade.columns", device => device["facade"]!["columns"] = 61);

    private static FallingObjectCameraDescription Camera(Action<JsonNode> change, int index) =>
        (FallingObjectCameraDescription)Read(change, index).Devices[index];

    private static void Refused(string words, string path, Action<JsonNode> change, int index = 0)
    {
        var refused = Assert.Throws<HardwareFileException>(() => Read(change, index));
        Assert.Contains(refused.Errors, error => error.Path.EndsWith(path, StringComparison.Ordinal) && error.Problem.En.Contains(words, StringComparison.Ordinal));
    }

    private static HardwareFile Read(Action<JsonNode> change, int index)
    {
        var file = JsonNode.Parse(File.ReadAllText(Sample))!;
        change(file["devices"]![index]!);
        return HardwareReader.Parse(Encoding.UTF8.GetBytes(file.ToJsonString()), "test", _ => null);
    }
}
