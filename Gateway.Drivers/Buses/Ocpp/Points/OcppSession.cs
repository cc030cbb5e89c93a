namespace Gateway.Drivers.Buses.Ocpp.Points;

/// <summary>One connection of a charger.</summary>
internal sealed class OcppSession(string chargePoint, OcppSocket socket, TimeProvider clock)
{
    public OcppSocket Socket { get; } = socket;

    public OutgoingCalls Calls { get; } = new(chargePoint, socket, clock);

    public DateTimeOffset ConnectedAt { get; } = clock.GetUtcNow();

    /// <summary>Completes when nothing is read from it any more.</summary>
    public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Malformed messages in a row. Owned by the reading loop.</summary>
    public int Malformed { get; set; }
}
