using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Passages.Vehicles;
using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Tests.Console.Vehicles;

namespace Gateway.Edge.Tests.Console.Barriers;

/// <summary>Two barriers in software without plate cameras, and what their lanes would show.</summary>
internal static class TwoBarriers
{
    public static DeviceId East { get; } = new("barrier-east");

    public static DeviceId West { get; } = new("barrier-west");

    public static string Json { get; } = """
        {
          "site": { "station": "demo-station", "compound": "demo", "name": { "zh": "示例小区", "en": "Demo compound" } },
          "buses": [{ "id": "lines", "kind": "simulated" }],
          "devices": [
            {
              "id": "barrier-east", "kind": "vehicle-barrier", "name": { "zh": "东门道闸", "en": "East barrier" },
              "arm": { "bus": "lines", "up": 1, "down": 2, "stop": 3, "isUp": 1, "isDown": 2 },
              "safety": { "bus": "lines", "loop": 10, "beam": 12, "fire": 13 }
            },
            {
              "id": "barrier-west", "kind": "vehicle-barrier", "name": { "zh": "西门 <道闸>", "en": "West <barrier>" },
              "arm": { "bus": "lines", "up": 21, "down": 22, "stop": 23, "isUp": 21, "isDown": 22 },
              "safety": { "bus": "lines", "loop": 30, "beam": 32, "fire": 33 }
            }
          ]
        }
        """;

    public static LaneView Lane(
        DeviceId barrier, WaitingVehicle? waiting = null, LaneSight sight = LaneSight.Works, LocalizedText? trouble = null, BarrierMode mode = BarrierMode.Automatic, params PassedVehicle[] last) => new(
        barrier,
        barrier == East ? new("东门道闸", "East barrier") : new("西门 <道闸>", "West <barrier>"),
        barrier == East ? LaneDirection.In : LaneDirection.Out,
        Opposite: null,
        BarrierPosition.Down,
        mode,
        sight,
        trouble,
        trouble is null ? null : MadeUpVehicles.Now.AddMinutes(-4),
        waiting,
        waiting is null ? [] : [Waiting("沪AD12345", VehicleOutcome.OpenedResident, null) with { State = VehicleState.Seen, Outcome = null, Reason = null }],
        last);

    public static WaitingVehicle Waiting(string? plate, VehicleOutcome outcome, Vehicle? vehicle, bool alarmed = false, string? picture = null) => new(
        Guid.NewGuid(),
        plate is null ? null : MadeUpVehicles.Plate(plate),
        PlateColour.Unknown,
        0.97f,
        LaneDirection.In,
        MadeUpVehicles.Now.AddSeconds(-20),
        VehicleState.Waiting,
        outcome,
        outcome == VehicleOutcome.Denied ? new("在禁入名单上，请联系物业经理", "On the deny list; ask the property manager") : new("未登记，请保安核实后放行", "Not registered: the guard checks and lets it in"),
        Fuzzy: false,
        vehicle,
        alarmed,
        picture);

    public static PassedVehicle Passed(string plate, VehicleEnd end, string? by = null) => new(
        Guid.NewGuid(), MadeUpVehicles.Now.AddMinutes(-3), MadeUpVehicles.Plate(plate), PlateColour.Unknown, LaneDirection.In, end, VehicleOutcome.OpenedResident, new("欢迎回家", "Welcome home"), by, Vehicle: null, Picture: null);
}
