using Gateway.Drivers.AlarmStreetlights;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Http;
using Gateway.Drivers.Buses.Modbus;
using Gateway.Drivers.Buses.Ocpp;
using Gateway.Drivers.Buses.Onvif;
using Gateway.Drivers.Buses.Sensors;
using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.FaceGates;
using Gateway.Drivers.FaceGates.Terminals;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Drivers.Simulation;
using Gateway.Drivers.VehicleBarriers;

namespace Gateway.Drivers.Configuration;

/// <summary>Every kind that a hardware file may name, in the order of its documentation.</summary>
internal static class Kinds
{
    public static IReadOnlyList<BusKind> Buses { get; } =
    [
        new SimulatedBusKind(),
        new GpioBusKind(),
        new SensorsBusKind(),
        new OnvifBusKind(),
        new OcppBusKind(),
        new HttpPushKind(),
        new ModbusTcpBusKind(),
        new ModbusRtuBusKind(),
    ];

    public static IReadOnlyList<DeviceKind> Devices { get; } =
    [
        new FaceGateKind(),
        new FallingObjectCameraKind(),
        new TerminalGateKind(),
        new StreetlightKind(),
        new VehicleBarrierKind(),
        new ChargingPointKind(),
    ];

    /// <exception cref="KeyNotFoundException">No such kind; the reader has refused it.</exception>
    public static BusKind Of(BusDescription bus) =>
        Buses.FirstOrDefault(kind => kind.Kind == bus.Kind) ?? throw new KeyNotFoundException(bus.Kind);

    /// <inheritdoc cref="Of(BusDescription)"/>
    public static DeviceKind Of(DeviceDescription device) =>
        Devices.FirstOrDefault(kind => kind.Kind == device.Head.Kind) ?? throw new KeyNotFoundException(device.Head.Kind);
}
