using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Ocpp;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>The smoke sensors of OCPP chargers as one line: active while any charger tells of smoke. Takes all events of its chargers.</summary>
internal sealed class OcppSmoke(IReadOnlyList<IOcppChargePoint> chargers, TimeProvider clock) : IDigitalInput
{
    private readonly HashSet<(string Charger, int? Connector)> _present = []; // the reader's alone

    /// <inheritdoc/>
    public bool IsActive { get; private set; }

    /// <inheritdoc/>
    public async ValueTask<DigitalEdge> ReadEdgeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            foreach (var charger in chargers)
            {
                while (charger.Events.TryRead(out var told))
                {
                    if (told is OcppEvent.Smoke smoke && Changes(charger.Id, smoke))
                    {
                        return new DigitalEdge(IsActive, clock.GetTimestamp());
                    }
                }
            }

            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(chargers.Select(charger => charger.Events.WaitToReadAsync(over.Token).AsTask()));
            await over.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private bool Changes(string charger, OcppEvent.Smoke smoke)
    {
        if (smoke.Present)
        {
            _present.Add((charger, smoke.Connector));
        }
        else
        {
            _present.RemoveWhere(one => one.Charger == charger && (smoke.Connector is null || one.Connector == smoke.Connector));
        }

        var before = IsActive;
        IsActive = _present.Count > 0;
        return IsActive != before;
    }
}
