using Gateway.Drivers.Devices;
using Gateway.Edge.Orders;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>
/// The guard's hand on a lane. An order about a vehicle is put on record with who gave it and why, together with the vehicle's plate, and
/// the vehicle's stay is counted when it passes. Safe for use by several threads.
/// </summary>
internal interface ILaneDesk
{
    /// <summary>
    /// Raises the arm for the vehicle at it. Refused where that vehicle is gone, no order can be given (fire), or the lane
    /// does not answer within two seconds; the answer says why.
    /// </summary>
    /// <param name="barrier">Device id.</param>
    /// <param name="vehicle">The vehicle that the guard saw waiting (<see cref="WaitingVehicle.Id"/>); null for whichever stands there, or none.</param>
    /// <param name="by">Who, without personal data, such as <c>console:duty</c>.</param>
    /// <param name="why">The reason, one line of 1 to <see cref="OrderRequest.LongestReason"/> characters.</param>
    /// <param name="cancellationToken">Gives up waiting for the answer; the arm may move all the same.</param>
    /// <exception cref="DeviceFaultException">The relay could not be driven.</exception>
    ValueTask<OrderAnswer> LetInAsync(DeviceId barrier, Guid? vehicle, string by, string why, CancellationToken cancellationToken);

    /// <summary>Sends the vehicle at the arm away, this once: it is answered no more until it has left. Moves nothing.</summary>
    /// <inheritdoc cref="LetInAsync"/>
    ValueTask<OrderAnswer> SendAwayAsync(DeviceId barrier, Guid? vehicle, string by, string why, CancellationToken cancellationToken);
}
