using System.Text.Json;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.VehicleBarriers;

/// <summary>Reads the <c>lane</c> of a barrier.</summary>
internal static class LaneReader
{
    private static readonly string[] Directions = ["in", "out", "both"];

    /// <param name="head">The barrier.</param>
    /// <param name="device">Its section.</param>
    /// <param name="context">Takes the faults.</param>
    /// <returns>The lane and the loop before the arm; null for a barrier without a lane, or with a faulty one.</returns>
    public static (VehicleLane Lane, Wire? Approach)? Read(DeviceHead head, JsonSection device, HardwareContext context)
    {
        if (device.Section("lane", required: false) is not { } section)
        {
            return null;
        }

        if (device.Peek("camera") is null)
        {
            context.Fault(
                device, "lane", "lane 按车牌放行，需要 camera 摄像机：请补上 camera，或删除 lane", "a lane decides by number plate and needs a camera: add one, or remove the lane");
        }

        var direction = (LaneDirection)Math.Max(0, Array.IndexOf(Directions, context.OneOf(section, "direction", Directions)));
        var opposite = section.Text("opposite", otherwise: "");
        var region = section.Section("region", required: false) is { } part ? HardwareContext.Region(part) : (Buses.Video.FrameRegion?)null;
        var approach = ReadApproach(section, context);
        double? plateAtLoop = section.Peek("plateAtLoop") is null ? null : section.Number("plateAtLoop", 0, 1);
        section.Ignore("plateAtLoop");
        section.Close();
        if (plateAtLoop is not null && approach is null)
        {
            context.Fault(section, "plateAtLoop", "没有 approach 地感时不需要 plateAtLoop：请删除", "without approach there is no loop that a plate could be at: remove this");
        }

        if (opposite.Length > 0)
        {
            context.Afterwards(devices => CheckOpposite(head.Id.Value, opposite, section, devices, context));
        }

        return (new VehicleLane(direction, opposite.Length > 0 ? new DeviceId(opposite) : null, region, approach is not null) { PlateAtLoop = plateAtLoop }, approach);
    }

    private static Wire? ReadApproach(JsonSection section, HardwareContext context)
    {
        var bus = section.Peek("bus") is null ? "" : context.Bus(section, "bus", Buses.BusUse.Digital);
        section.Ignore("bus");
        var approach = context.Input(section, "approach", bus, required: false);
        if (section.Peek("bus") == JsonTokenType.String && section.Peek("approach") is null)
        {
            context.Fault(section, "bus", "没有 approach 时不需要 bus：请删除", "without approach there is nothing on a bus: remove this");
        }

        return approach;
    }

    private static void CheckOpposite(string id, string opposite, JsonSection section, IReadOnlyList<DeviceDescription> devices, HardwareContext context)
    {
        var barriers = devices.OfType<VehicleBarrierDescription>().ToList();
        if (opposite == id)
        {
            Fault("不能与自己相对", "a barrier does not face itself");
        }
        else if (barriers.Find(known => known.Id.Value == opposite) is not { } facing)
        {
            if (devices.FirstOrDefault(known => known.Id.Value == opposite) is { } other)
            {
                Fault($"{opposite} 的类型是 {other.Head.Kind}，不是车辆道闸", $"{opposite} is of kind {other.Head.Kind}, not a vehicle barrier");
            }
            else
            {
                context.Unknown(section, "opposite", opposite, barriers.Select(known => known.Id.Value).Where(known => known != id));
            }
        }
        else if (facing.Lane?.Opposite?.Value != id)
        {
            Fault(
                $"{opposite} 没有反过来指向 {id}：两个相对的道闸要互相写明 opposite",
                $"{opposite} does not point back to {id}: of two barriers that face each other each names the other");
        }

        void Fault(string zh, string en) => context.Fault(section, "opposite", zh, en);
    }
}
