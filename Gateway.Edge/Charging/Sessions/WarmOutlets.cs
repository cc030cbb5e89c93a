using Gateway.Edge.Charging.Outlets;

namespace Gateway.Edge.Charging.Sessions;

/// <summary>
/// Outlets that warmed too much: a start there waits until they have cooled, or its session would take the heat for its coolest. Forgotten
/// with a restart, which takes its time too. Safe for several threads.
/// </summary>
internal sealed class WarmOutlets(TimeProvider time)
{
    /// <summary>How far an outlet has to cool, K: well beyond the noise of its sensor.</summary>
    private const double CoolBy = 10;

    /// <summary>Some chargers tell their temperature only while they charge: without power everything has cooled by then.</summary>
    private static readonly TimeSpan s_coolAfter = TimeSpan.FromHours(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<OutletId, (double Celsius, long At)> _warm = []; // guarded by _gate

    /// <summary>An outlet is being cut off, or was, for its warmth; the highest temperature counts.</summary>
    /// <param name="outlet">The outlet.</param>
    /// <param name="celsius">Its temperature, °C; null or no number where it is not known.</param>
    public void Note(OutletId outlet, double? celsius)
    {
        if (celsius is not { } warm || !double.IsFinite(warm))
        {
            return;
        }

        lock (_gate)
        {
            _warm[outlet] = (_warm.TryGetValue(outlet, out var known) ? Math.Max(known.Celsius, warm) : warm, time.GetTimestamp());
        }
    }

    /// <summary>Whether an outlet has still to cool.</summary>
    /// <param name="outlet">The outlet.</param>
    /// <param name="celsius">Its temperature now, °C; null or no number where it is not known.</param>
    public bool HasToCool(OutletId outlet, double? celsius)
    {
        lock (_gate)
        {
            if (!_warm.TryGetValue(outlet, out var warm))
            {
                return false;
            }

            if (celsius <= warm.Celsius - CoolBy || time.GetElapsedTime(warm.At) >= s_coolAfter)
            {
                _warm.Remove(outlet);
                return false;
            }

            return true;
        }
    }
}
