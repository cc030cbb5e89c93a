using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.VehicleBarriers;

/// <content>What deciding by number plate needs: the lane, the loop before the arm, whether the camera sees.</content>
internal sealed partial class VehicleBarrier
{
    /// <summary>Findings of a picture in which no plate can be read; one that is blurred or has moved may still do.</summary>
    private static readonly string[] Unreadable = ["picture-frozen", "picture-black", "picture-too-bright", "picture-covered", "picture-empty"];

    private static readonly TimeSpan ApproachRetry = TimeSpan.FromSeconds(1);

    private volatile VideoStatus? _cameraStatus; // written by the camera's loop, read by anyone

    /// <inheritdoc/>
    public VehicleLane? Lane { get; init; }

    /// <summary>Active while a vehicle stands before the arm; null for none.</summary>
    public IDigitalInput? ApproachLoop { get; init; }

    /// <inheritdoc/>
    public bool? Approached => ApproachLoop?.IsActive;

    /// <inheritdoc/>
    public Wording? CameraTrouble
    {
        get
        {
            if (_camera is null || _cameraStatus is { State: DeviceState.Offline or DeviceState.Faulty })
            {
                return _cameraStatus?.Reason;
            }

            try
            {
                return _camera.Pictures.IsFresh
                    ? _camera.Pictures.Check().Findings.FirstOrDefault(found => Unreadable.Contains(found.Code, StringComparer.Ordinal))?.Words
                    : null;
            }
            catch (DeviceFaultException)
            {
                // The last picture has just grown old: its camera's own state tells.
                return null;
            }
        }
    }

    /// <summary>Its level is what counts: the edges are taken so that none is waited for. A loop that is lost stops no arm.</summary>
    private async Task TakeApproachAsync(IDigitalInput approach, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await approach.ReadEdgeAsync(cancellationToken);
            }
            catch (DeviceFaultException)
            {
                await Task.Delay(ApproachRetry, _clock, cancellationToken);
            }
        }
    }
}
