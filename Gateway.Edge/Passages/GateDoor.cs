using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;

namespace Gateway.Edge.Passages;

/// <summary>Drives a gate's door for whoever may pass, by face, card or code.</summary>
internal static class GateDoor
{
    /// <summary>Releases the door; what stood against it is logged.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="patience">How long its relay may take.</param>
    /// <param name="time">The clock that the patience is measured by.</param>
    /// <param name="logger">Told why the door was not released.</param>
    /// <param name="cancellationToken">The gate's own end, which is no fault of the door's.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async ValueTask<DoorAnswer> TryOpenAsync(IFaceGate gate, TimeSpan patience, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            // Waited for apart from the driver, which may not notice that nobody waits any more.
            await gate.OpenAsync(both.Token).AsTask().WaitAsync(both.Token);
            return DoorAnswer.Opened;
        }
        catch (DeviceFaultException error)
        {
            PassagesLog.DoorNotDriven(logger, gate.Id, error.Message);
            return DoorAnswer.Failed;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            PassagesLog.DoorNotDriven(logger, gate.Id, $"the relay did not answer within {patience.TotalSeconds:0.#} s");
            return DoorAnswer.Silent;
        }
    }
}
