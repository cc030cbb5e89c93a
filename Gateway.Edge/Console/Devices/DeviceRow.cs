using Gateway.Cloud.Contract;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Patrols.Availability;

namespace Gateway.Edge.Console.Devices;

/// <summary>One device or bus on the devices page.</summary>
/// <param name="Line">Name, state and reason.</param>
/// <param name="Kind">Kind as in the hardware file.</param>
/// <param name="Zone">Where it belongs; null for nowhere.</param>
/// <param name="Availability">How much of the time it worked.</param>
/// <param name="OpenTickets">Tickets that wait.</param>
public sealed record DeviceRow(DeviceLine Line, string Kind, LocalizedText? Zone, DeviceAvailability Availability, int OpenTickets);
