using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.VehicleBarriers;

/// <summary>
/// A barrier over a driveway. Whoever orders, it never closes on an occupied loop or an interrupted beam, and every order goes on record
/// with who gave it and why. Safe for use by several threads.
/// </summary>
public interface IVehicleBarrier
{
    /// <summary>Unique in the compound.</summary>
    DeviceId Id { get; }

    /// <summary>What people call the barrier.</summary>
    Wording Name { get; }

    /// <summary>The camera that sees the number plates; null for a barrier without.</summary>
    IVideoSource? Camera { get; }

    /// <summary>The lane that it closes; null where nothing is decided by number plate.</summary>
    VehicleLane? Lane { get; }

    /// <summary>Whether a vehicle stands on the loop before the arm; null where there is no such loop.</summary>
    /// <exception cref="DeviceFaultException">It cannot be read.</exception>
    bool? Approached { get; }

    /// <summary>Why plates cannot be read in what the camera shows, with the fix: it is away, frozen, dark or covered. Null while nothing is known against it.</summary>
    Wording? CameraTrouble { get; }

    /// <summary>Where the arm is.</summary>
    BarrierPosition Position { get; }

    /// <summary>Who decides when the arm moves.</summary>
    BarrierMode Mode { get; }

    /// <summary>Raises the arm for one vehicle, and while it is up for one more. Returns once the relay has been driven.</summary>
    /// <exception cref="DeviceFaultException">The relay could not be driven, or the barrier was stopped.</exception>
    ValueTask<BarrierAnswer> RaiseAsync(BarrierReason reason, CancellationToken cancellationToken);

    /// <summary>Lowers the arm if nothing is in its way.</summary>
    /// <inheritdoc cref="RaiseAsync"/>
    ValueTask<BarrierAnswer> LowerAsync(BarrierReason reason, CancellationToken cancellationToken);

    /// <summary>Stops the arm on its way. A pulsed barrier without a stop relay raises a lowering arm instead.</summary>
    /// <inheritdoc cref="RaiseAsync"/>
    ValueTask<BarrierAnswer> StopAsync(BarrierReason reason, CancellationToken cancellationToken);

    /// <summary>Chooses a mode; also ends a fire override once the fire input is off.</summary>
    /// <inheritdoc cref="RaiseAsync"/>
    ValueTask<BarrierAnswer> SetModeAsync(BarrierMode mode, BarrierReason reason, CancellationToken cancellationToken);
}
