using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Patrols.Tickets;

/// <summary>A fault as it was seen at a device.</summary>
/// <param name="Device">Device id.</param>
/// <param name="Kind">Kind of device.</param>
/// <param name="Name">What people call the device.</param>
/// <param name="State">The device's state.</param>
/// <param name="Code">Stable cause.</param>
/// <param name="Words">What is wrong and what to do.</param>
/// <param name="Value">The measured value; null where there is none.</param>
internal sealed record TicketSighting(
    string Device, string Kind, LocalizedText Name, DeviceState State, string Code, LocalizedText Words, string? Value);
