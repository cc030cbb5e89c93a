using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>
/// A shed of outlets for e-bikes. It cuts off by itself at smoke, heat and overload; everything else is decided by whoever calls. Safe for
/// several threads.
/// </summary>
public interface IChargingPoint
{
    /// <summary>Unique in the compound.</summary>
    DeviceId Id { get; }

    /// <summary>What people call the shed.</summary>
    Wording Name { get; }

    /// <summary>Every outlet, in the order of the hardware file.</summary>
    IReadOnlyList<OutletStatus> Outlets { get; }

    /// <summary>Switches an outlet on; returns once its relay has been driven.</summary>
    /// <exception cref="DeviceFaultException">No such outlet, it must not be on now, or its relay could not be driven.</exception>
    ValueTask SwitchOnAsync(string outlet, CancellationToken cancellationToken);

    /// <summary>
    /// Cuts an outlet off; returns once its relay has been driven. Whether it took effect is told by <see cref="CutOffVerified"/> or
    /// <see cref="CutOffFailed"/>; the latter opens the contactor.
    /// </summary>
    /// <exception cref="DeviceFaultException">No such outlet, or its relay could not be driven; it goes on being tried.</exception>
    ValueTask CutOffAsync(string outlet, Wording reason, CancellationToken cancellationToken);

    /// <summary>Cuts off the whole shed at its contactor. Told by <see cref="ContactorOpened"/>.</summary>
    /// <exception cref="DeviceFaultException">The shed has no contactor, or it could not be driven; it goes on being tried.</exception>
    ValueTask OpenContactorAsync(Wording reason, CancellationToken cancellationToken);

    /// <summary>Closes the contactor again after somebody has looked; outlets that were stuck count as repaired and are watched anew.</summary>
    /// <exception cref="DeviceFaultException">The shed has no contactor, there is smoke, or the contactor could not be driven.</exception>
    ValueTask CloseContactorAsync(CancellationToken cancellationToken);
}
