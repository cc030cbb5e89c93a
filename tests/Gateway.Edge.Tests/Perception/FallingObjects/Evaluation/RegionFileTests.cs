using EdgeGateway.Testing;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Evaluation;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Evaluation;

public sealed class RegionFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Regions_become_what_the_detector_is_told()
    {
        var region = Read("""
            { // one member a clip
              "a.mp4": {
                "region": [[0.1, 0], [0.9, 0], [0.9, 1], [0.1, 1]],
                "ignore": [[[0, 0], [0.2, 0], [0, 0.2]], [[0.5, 0.5], [0.6, 0.5], [0.6, 0.6]]],
                "floors": 20, "floorHeight": 2.9, "columns": 8,
                "placement": { "tilt": 30, "height": 2, "distance": 40, "fieldOfView": 50 },
              },
              "b.mp4": {},
              "c.mp4": null,
            }
            """);

        var view = region["a.mp4"].Of(new FallView(1280, 720));
        Assert.Equal((1280, 720, 8), (view.Width, view.Height, view.Columns));
        Assert.Equal(4, view.Region!.Corners.Count);
        Assert.Equal(2, view.Ignore!.Count);
        Assert.Equal(new Building(20, 2.9), view.Calibration!.Building);
        Assert.InRange(view.Calibration.HeightAt(0.5).Metres, 20, 30); // 2 + 40 tan 30
        var plain = region["b.mp4"].Of(new FallView(1280, 720));
        Assert.Null(region["c.mp4"].Region);
        Assert.True(plain is { Region: null, Calibration: null, Columns: 0, Ignore.Count: 0 });
    }

    [Fact]
    public void Floor_lines_calibrate_as_well()
    {
        var region = Read("""{"a.mp4":{"floors":6,"floorLines":[{"floor":1,"y":0.95},{"floor":3,"y":0.62},{"floor":5,"y":0.36},{"floor":7,"y":0.15}]}}""");
        Assert.Equal(3, region["a.mp4"].Calibration!.FloorAt(0.55).Floor);
    }

    [Fact]
    public void Folder_without_the_file_has_no_regions() => Assert.Empty(RegionFile.ReadFolder(_folder.Path));

    [Theory]
    [InlineData("""{"a.mp4":{"region":[[0,0],[1.5,0],[1,1]]}}""", "line 1", "each corner of region is [x, y] with fractions from 0 to 1, found [1.5, 0]")]
    [InlineData("""{"a.mp4":{"region":[[0,0],[1,0,1],[1,1]]}}""", "line 1", "found [1, 0, 1]")]
    [InlineData("""{"a.mp4":{"region":[[0,0],[1,1]]}}""", "line 1", "region needs at least three corners")]
    [InlineData("""{"a.mp4":{"ignore":[[[0,0],[0.5,0.5],[1,1]]]}}""", "line 1", "ignore needs at least three corners")]
    [InlineData("{\n\"a.mp4\": {\n  \"regoin\": []\n}}", "line 3", "regoin")]
    [InlineData("{\n\"a.mp4\": {\n  \"columns\": \"8\"}}", "line 3", "")]
    [InlineData("{\n\"a.mp4\": {\"columns\": 201}}", "line 2", "columns must be from 0 to 200")]
    [InlineData("""{"a.mp4":{"floors":5}}""", "line 1", "floors need placement or floorLines as well")]
    [InlineData("""{"a.mp4":{"floorLines":[]}}""", "line 1", "floors must be given from 1 to 200")]
    [InlineData("""{"a.mp4":{"floors":5,"floorLines":[],"placement":{"tilt":1,"height":1,"distance":9,"fieldOfView":40}}}""", "line 1", "either placement or floorLines")]
    [InlineData("""{"a.mp4":{"floors":5,"floorLines":[{"floor":1,"y":0.9}]}}""", "line 1", "At least 4 floor lines are needed")]
    [InlineData("""{"a.mp4":{"floors":5,"floorLines":[{"floor":7,"y":0.9}]}}""", "line 1", "a floor line has floor 1..6 and y 0..1")]
    [InlineData("""{"a.mp4":{"floors":5,"placement":{"tilt":89,"height":1,"distance":9,"fieldOfView":40}}}""", "line 1", "placement has tilt -30..85")]
    [InlineData("""{"a.mp4":{"floors":5,"placement":{"tilt":30}}}""", "line 1", "")]
    [InlineData("""{"a.mp4":{"columns":1,"columns":2}}""", "line 1", "")]
    [InlineData("""{"a.mp4":{"region":[null,[1,1],[0,1]]}}""", "line 1", "each corner of region")]
    [InlineData("""{"a.mp4":{"ignore":[null]}}""", "line 1", "ignore must not hold null")]
    [InlineData("""{"a.mp4":{"floors":5,"floorLines":[null]}}""", "line 1", "floorLines must not hold null")]
    [InlineData("{\n\"a.mp4\": {\n", "line 3", "")]
    [InlineData("[]", "line 1", "")]
    [InlineData("null", "line 1", "expected an object")]
    [InlineData("", "line 1", "")]
    public void Fault_names_file_line_and_column(string text, string line, string expected)
    {
        var fault = Assert.Throws<InvalidDataException>(() => Read(text));
        Assert.StartsWith(_folder.File("regions.json") + ", " + line + ", column ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    private IReadOnlyDictionary<string, ClipRegion> Read(string text)
    {
        File.WriteAllText(_folder.File("regions.json"), text);
        return RegionFile.ReadFolder(_folder.Path);
    }
}
