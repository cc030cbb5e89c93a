using System.Text;
using System.Text.Json.Nodes;
using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Drivers.Tests.FallingObjectCameras;

public sealed class FacadeDraftTests
{
    private const string Lined = """
        { "region": [{ "x": 0.1, "y": 0 }, { "x": 0.9, "y": 0 }, { "x": 0.9, "y": 0.9 }, { "x": 0.1, "y": 0.9 }], "floors": 18, "columns": 10,
          "floorLines": [{ "floor": 5, "y": 0.803 }, { "floor": 7, "y": 0.591 }, { "floor": 9, "y": 0.417 }, { "floor": 12, "y": 0.210 }, { "floor": 14, "y": 0.097 }] }
        """;

    [Fact]
    public void Section_without_faults_is_the_facade_that_a_hardware_file_would_give()
    {
        var draft = Read(Lined);
        Assert.Empty(draft.Faults);
        Assert.Equal(10, draft.Facade!.Columns);
        Assert.Equal(new Building(18, 3), draft.Facade.Calibration.Building);
        Assert.Equal([5, 7, 9, 12, 14], draft.Facade.Calibration.Lines.Select(line => line.Floor));
        Assert.NotEmpty(draft.Facade.Canonical);
    }

    [Fact]
    public void Order_of_keys_and_white_space_change_nothing_of_what_a_section_says()
    {
        var node = JsonNode.Parse(Lined)!.AsObject();
        var floors = node["floors"]!.DeepClone();
        node.Remove("floors");
        node["floors"] = floors;
        Assert.Equal(Read(Lined).Facade!.Canonical, Read(node.ToJsonString()).Facade!.Canonical);
    }

    [Theory]
    [InlineData("floors", "0", "facade.floors")]
    [InlineData("floors", "7.5", "facade.floors")]
    [InlineData("floors", "\"many\"", "facade.floors")]
    [InlineData("columns", "61", "facade.columns")]
    [InlineData("columns", "0", "facade.columns")]
    [InlineData("floorHeight", "9", "facade.floorHeight")]
    [InlineData("floorHeight", "1e999", "facade.floorHeight")]
    [InlineData("region", "[]", "facade.region")]
    [InlineData("region", "[{ \"x\": 0.5, \"y\": 1.5 }, { \"x\": 0, \"y\": 0 }, { \"x\": 1, \"y\": 0 }]", "facade.region[0].y")]
    [InlineData("region", "[{ \"x\": 0, \"y\": 0 }, { \"x\": 0.5, \"y\": 0.5 }, { \"x\": 1, \"y\": 1 }]", "facade.region")]
    [InlineData("ignore", "[{ \"region\": [{ \"x\": 0, \"y\": 0 }] }]", "facade.ignore[0].region")]
    [InlineData("floorLines", "[{ \"floor\": 1, \"y\": 0.9 }, { \"floor\": 2, \"y\": 0.8 }]", "facade.floorLines")]
    [InlineData("floorLines", "[{ \"floor\": 99, \"y\": 0.9 }]", "facade.floorLines[0].floor")]
    [InlineData("placement", "{ \"tilt\": 30, \"height\": 2, \"distance\": 30, \"fieldOfView\": 40 }", "facade.floorLines")]
    [InlineData("window", "3", "facade.window")]
    public void Fault_is_named_at_its_field_in_both_languages(string key, string value, string path)
    {
        // Numbers out of a double's range do not pass through a JSON tree.
        var node = JsonNode.Parse(Lined)!.AsObject();
        node[key] = "@";
        var draft = Read(node.ToJsonString().Replace("\"@\"", value, StringComparison.Ordinal));
        Assert.Null(draft.Facade);
        var fault = Assert.Single(draft.Faults, fault => fault.Path == path);
        Assert.NotEqual(fault.Problem.Zh, fault.Problem.En);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{} {}")]
    [InlineData("{ \"floors\": 3 }, \"other\": {")]
    [InlineData("{ /* note */ }")]
    public void What_is_no_section_is_refused_and_not_thrown(string text)
    {
        var draft = Read(text);
        Assert.Null(draft.Facade);
        Assert.NotEmpty(draft.Faults);
        Assert.NotNull(draft.Text());
    }

    [Fact]
    public void Section_that_is_too_long_is_refused_unread()
    {
        var draft = FacadeDraft.Read(new byte[FacadeDraft.MaxBytes + 1], 720);
        Assert.Contains("64 KiB", Assert.Single(draft.Faults).Problem.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_says_the_same_and_keeps_short_parts_on_one_line()
    {
        var text = Read(Lined).Text("      ");
        Assert.Equal(Read(Lined).Facade!.Canonical, Read(text).Facade!.Canonical);
        Assert.Contains("\n        \"floors\": 18,\n", text, StringComparison.Ordinal);
        Assert.Contains("\n        \"region\": [{ \"x\": 0.1, \"y\": 0 }, { \"x\": 0.9, \"y\": 0 }, ", text, StringComparison.Ordinal);
        Assert.Contains("\n          { \"floor\": 5, \"y\": 0.803 },\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n      }", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', Read(Lined).Text(indent: null));
    }

    [Fact]
    public void Three_lines_are_no_calibration_and_show_where_the_others_are()
    {
        var node = JsonNode.Parse(Lined)!;
        node["floorLines"] = JsonNode.Parse("""[{ "floor": 5, "y": 0.803 }, { "floor": 9, "y": 0.417 }, { "floor": 14, "y": 0.097 }]""");
        var draft = Read(node.ToJsonString());

        Assert.Null(draft.Facade);
        Assert.Equal(0.591, draft.Fill.Single(line => line.Floor == 7).Y, 0.002);
        Assert.Equal(0.210, draft.Fill.Single(line => line.Floor == 12).Y, 0.002);
        Assert.All(draft.Fill, line => Assert.InRange(line.Y, 0, 1));
        Assert.True(draft.Fill.Count > 8);
    }

    [Theory]
    [InlineData("""[{ "floor": 5, "y": 0.803 }, { "floor": 9, "y": 0.417 }]""")]
    [InlineData("""[{ "floor": 5, "y": 0.4 }, { "floor": 9, "y": 0.5 }, { "floor": 14, "y": 0.6 }]""")]
    [InlineData("""[{ "floor": 5, "y": 0.9 }, { "floor": 5, "y": 0.5 }, { "floor": 14, "y": 0.1 }]""")]
    [InlineData("""[{ "floor": 1, "y": 0.9 }, { "floor": 2, "y": 0.2 }, { "floor": 14, "y": 0.19 }]""")]
    [InlineData("""[{ "floor": "5" }, 7, null]""")]
    public void Lines_that_say_too_little_fill_nothing_in(string lines)
    {
        var node = JsonNode.Parse(Lined)!;
        node["floorLines"] = JsonNode.Parse(lines);
        Assert.All(Read(node.ToJsonString()).Fill, line => Assert.InRange(line.Y, 0, 1));
        Assert.Null(Read(node.ToJsonString()).Facade);
    }

    private static FacadeDraft Read(string text) => FacadeDraft.Read(Encoding.UTF8.GetBytes(text), 720);
}
