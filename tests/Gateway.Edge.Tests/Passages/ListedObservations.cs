using System.Diagnostics.CodeAnalysis;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Tests.Passages;

/// <summary>Observations that the test has listed, none of them urgent.</summary>
internal sealed class ListedObservations(IEnumerable<Observation> observations) : IObservationSource
{
    public IAsyncEnumerable<Observation> ReadAllAsync(CancellationToken cancellationToken) => observations.ToAsyncEnumerable();

    public IAsyncEnumerable<Observation> ReadUrgentAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<Observation>();

    public bool TryTake([NotNullWhen(true)] out Observation? observation)
    {
        observation = null;
        return false;
    }
}
