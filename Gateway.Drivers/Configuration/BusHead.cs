using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Configuration;

/// <summary>What every bus of the hardware file has.</summary>
/// <param name="Id">Unique among the buses.</param>
/// <param name="Kind">Kind as in the file, such as <c>gpio</c>.</param>
internal sealed record BusHead(string Id, string Kind)
{
    /// <summary>Who a bus is where devices report: ids of devices hold no dot, so that none is mistaken for the other.</summary>
    public static DeviceId Reporter(string bus) => new("bus." + bus);
}
