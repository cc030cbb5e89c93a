using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gateway.Edge.Tests.Console;

/// <summary>Three gates whose cameras nobody serves, and twelve streetlights in software.</summary>
internal static class SmallCompound
{
    private static readonly (string Zh, string En)[] s_gates = [("东门", "East gate"), ("西门", "West gate"), ("地下车库入口", "Underground car park entrance")];

    public static string Json { get; } = Build();

    private static string Build()
    {
        var devices = new JsonArray();
        foreach (var (index, name) in s_gates.Index())
        {
            devices.Add(JsonNode.Parse($$"""
                { "id": "gate-{{index + 1}}", "kind": "face-gate", "zone": "entrances", "name": { "zh": "{{name.Zh}}", "en": "{{name.En}}" },
                  "camera": { "url": "rtsp://127.0.0.1:9/gate-{{index + 1}}", "width": 960, "height": 540 },
                  "door": { "bus": "doors", "relay": {{index + 1}}, "contact": {{index + 1}} } }
                """));
        }

        for (var number = 1; number <= 12; number++)
        {
            devices.Add(JsonNode.Parse($$"""
                { "id": "light-{{number}}", "kind": "alarm-streetlight", "zone": "garden",
                  "name": { "zh": "{{number}} 号路灯", "en": "Streetlight {{number}}" }, "bus": "lights",
                  "button": {{number}}, "lamp": {{(number * 3) - 2}}, "strobe": {{(number * 3) - 1}}, "siren": {{number * 3}} }
                """));
        }

        var file = new JsonObject
        {
            ["site"] = JsonNode.Parse("""{ "station": "demo-station", "compound": "demo", "name": { "zh": "金桥花园", "en": "Jinqiao Garden" } }"""),
            ["zones"] = JsonNode.Parse("""
                [{ "id": "entrances", "name": { "zh": "出入口", "en": "Entrances" } }, { "id": "garden", "name": { "zh": "中央花园", "en": "Central garden" } }]
                """),
            ["buses"] = JsonNode.Parse("""[{ "id": "doors", "kind": "simulated" }, { "id": "lights", "kind": "simulated" }]"""),
            ["devices"] = devices,
        };
        return file.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }
}
