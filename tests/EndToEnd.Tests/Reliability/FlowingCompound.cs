using System.Text.Json.Nodes;
using EndToEnd.Tests.Harness;

namespace EndToEnd.Tests.Reliability;

/// <summary>A compound whose doors are forced open all the time: some 50 events a second, and no picture to look at.</summary>
internal static class FlowingCompound
{
    public static CompoundSettings Settings => new()
    {
        Hardware = """
            {
              "site": { "station": "hongqiao", "compound": "trial-garden", "name": { "zh": "试验小区", "en": "Trial garden" } },
              "zones": [ { "id": "entrances", "name": { "zh": "出入口", "en": "Entrances" } } ],
              "buses": [ { "id": "doors", "kind": "simulated", "simulation": { "seed": 7, "forcedOpenEvery": "00:00:00.040" } } ],
              "devices": [
                {
                  "id": "gate-east", "kind": "face-gate", "name": { "zh": "东门", "en": "East gate" }, "zone": "entrances",
                  "camera": { "url": "no-such-video.mp4", "width": 320, "height": 180 },
                  "door": { "bus": "doors", "relay": 1, "contact": 1 }
                },
                {
                  "id": "gate-west", "kind": "face-gate", "name": { "zh": "西门", "en": "West gate" }, "zone": "entrances",
                  "camera": { "url": "no-such-video.mp4", "width": 320, "height": 180 },
                  "door": { "bus": "doors", "relay": 2, "contact": 2 }
                }
              ]
            }
            """,
        // What a message lost with a killed broker costs is waiting for somebody to ask: seconds in service, here less.
        Gateway = new JsonObject
        {
            ["Uplink"] = new JsonObject { ["ReceiptLag"] = "00:00:01", ["FaultDelay"] = "00:00:00.500" },
        },
        Station = new JsonObject { ["Ingest"] = new JsonObject { ["AskAgainSeconds"] = 1 } },
    };
}
