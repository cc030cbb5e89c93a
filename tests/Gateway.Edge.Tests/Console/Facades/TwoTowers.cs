namespace Gateway.Edge.Tests.Console.Facades;

/// <summary>Two facade cameras in software: one placed, one with known floors. The second sees what the first does.</summary>
internal static class TwoTowers
{
    public const string Json = """
        {
          "site": { "station": "demo-station", "compound": "demo", "name": { "zh": "示例小区", "en": "Demo compound" } },
          "buses": [],
          "devices": [
            {
              "id": "tower-1", "kind": "falling-object-camera", "name": { "zh": "1 号楼南立面", "en": "Tower 1, south facade" },
              "camera": { "url": "simulated:", "width": 640, "height": 360 },
              "facade": {
                "region": [{ "x": 0.08, "y": 0.02 }, { "x": 0.92, "y": 0.02 }, { "x": 0.92, "y": 0.96 }, { "x": 0.08, "y": 0.96 }],
                "floors": 18,
                "floorHeight": 2.9,
                "placement": { "tilt": 32, "height": 3.5, "distance": 28, "fieldOfView": 48 }
              }
            },
            {
              "id": "tower-2",   "kind": "falling-object-camera", "name": { "zh": "2 号楼 <南>", "en": "Tower 2 <south>" },
              "camera": { "url": "simulated:", "width": 640, "height": 360 },
              "facade": {
                "region": [{ "x": 0.1, "y": 0 }, { "x": 0.9, "y": 0 }, { "x": 0.9, "y": 0.95 }],
                "ignore": [{ "region": [{ "x": 0.1, "y": 0.7 }, { "x": 0.3, "y": 0.7 }, { "x": 0.2, "y": 0.9 }] }],
                "floors": 18,
                "columns": 10,
                "floorLines": [{ "floor": 5, "y": 0.803 }, { "floor": 7, "y": 0.591 }, { "floor": 9, "y": 0.417 }, { "floor": 12, "y": 0.21 }, { "floor": 14, "y": 0.097 }]
              }
            }
          ]
        }
        """;
}
