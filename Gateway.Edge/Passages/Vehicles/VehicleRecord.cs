using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>Something about one vehicle, on its way into the journal.</summary>
/// <param name="Barrier">Device id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Report">What happened.</param>
internal sealed record VehicleRecord(DeviceId Barrier, LocalizedText Name, LaneReport Report);
