using Gateway.Cloud.Contract;

namespace Gateway.Edge.Alerts.Strangers.Visits;

/// <summary>What one visit was at one gate.</summary>
/// <param name="Gate">Device id.</param>
/// <param name="Name">The gate's name.</param>
/// <param name="First">First sighting there.</param>
/// <param name="Last">Last sighting there.</param>
/// <param name="StaysSince">When the present stay began: since then no two sightings were further apart than counts as staying.</param>
/// <param name="Longest">The longest stay without such a break: the loitering time.</param>
public sealed record GateStay(string Gate, LocalizedText Name, DateTimeOffset First, DateTimeOffset Last, DateTimeOffset StaysSince, TimeSpan Longest)
{
    /// <summary>The first sighting at a gate.</summary>
    internal static GateStay Begin(Sighting sighting) => new(sighting.Gate, sighting.GateName, sighting.At, sighting.At, sighting.At, TimeSpan.Zero);

    /// <summary>Seen there again; a sighting that comes late changes no stay.</summary>
    /// <param name="at">When.</param>
    /// <param name="gap">Sightings at most so far apart are one stay.</param>
    public GateStay Again(DateTimeOffset at, TimeSpan gap)
    {
        if (at < Last)
        {
            return this with { First = at < First ? at : First };
        }

        var since = at - Last <= gap ? StaysSince : at;
        return this with { Last = at, StaysSince = since, Longest = at - since > Longest ? at - since : Longest };
    }
}
