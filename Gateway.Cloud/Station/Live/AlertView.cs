using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;

namespace Gateway.Cloud.Station.Live;

/// <summary>One alert of any kind as the pages show it.</summary>
/// <param name="Id">The alert.</param>
/// <param name="Compound">Where it is.</param>
/// <param name="Kind">One of <see cref="EventKind"/>.</param>
/// <param name="Priority">The most urgent of its events.</param>
/// <param name="Device">Name of the gate, light or outlet.</param>
/// <param name="Headline">What happened, in words.</param>
/// <param name="Sequence">Journal sequence of its newest event.</param>
/// <param name="Revision">Rises with every change of any alert.</param>
public sealed record AlertView(
    long Id, string Compound, string Kind, EventPriority Priority, LocalizedText Device, LocalizedText Headline, long Sequence, long Revision)
{
    /// <summary>Device id.</summary>
    public required string DeviceId { get; init; }

    /// <summary>Name of the incident: a stranger's id, a press's UUID.</summary>
    public required string Incident { get; init; }

    /// <summary>Where, beside the device; null when that says enough.</summary>
    public LocalizedText? Place { get; init; }

    /// <summary>True for a drill: shown as one, and never counted as real.</summary>
    public bool Test { get; init; }

    /// <summary>Sightings of a stranger; calls of an SOS button; things that fell.</summary>
    public int Count { get; init; }

    public DateTimeOffset FirstTime { get; init; }

    public DateTimeOffset LastTime { get; init; }

    public string? AcknowledgedBy { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>When the compound confirmed that the lamp at the place shows the acknowledgement.</summary>
    public DateTimeOffset? LampAt { get; init; }

    /// <summary>The command that is to change the lamp; null when none was sent.</summary>
    public LampOrder? Lamp { get; init; }

    /// <summary>In the order of their arrival.</summary>
    public IReadOnlyList<AlertMedium> Media { get; init; } = [];

    public bool IsOpen => AcknowledgedAt is null;

    public bool IsEmergency => Priority == EventPriority.Emergency && !Test;

    /// <summary>Sorts as text: open before done, real before drills, then by priority. Rows of the same rank go newest first.</summary>
    public string Rank => $"{(IsOpen ? 0 : 1)}{(Test ? 1 : 0)}{(int)Priority}";
}
