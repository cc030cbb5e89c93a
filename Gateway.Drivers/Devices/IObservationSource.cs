using System.Diagnostics.CodeAnalysis;

namespace Gateway.Drivers.Devices;

/// <summary>Where the gateway takes what its devices report. One reader; nothing is dropped: devices wait when it is slow.</summary>
public interface IObservationSource
{
    /// <summary>Observations in the order of each device, without urgent ones; devices take turns.</summary>
    IAsyncEnumerable<Observation> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>Urgent observations alone, which <see cref="ReadAllAsync"/> does not give: they wait behind nothing. One reader.</summary>
    IAsyncEnumerable<Observation> ReadUrgentAsync(CancellationToken cancellationToken);

    /// <summary>What waits at present, urgent first, without waiting for more: for the end of the host, when nobody reads any more.</summary>
    bool TryTake([NotNullWhen(true)] out Observation? observation);
}
