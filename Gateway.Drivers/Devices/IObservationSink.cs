namespace Gateway.Drivers.Devices;

/// <summary>Takes what devices report. Safe for use by several threads.</summary>
public interface IObservationSink
{
    /// <summary>Hands an observation over; waits when the reader is behind, so that none is lost silently.</summary>
    ValueTask PublishAsync(Observation observation, CancellationToken cancellationToken);
}
