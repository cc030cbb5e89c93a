using System.Collections.Concurrent;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Grants.Registry;

namespace Gateway.Edge.Access.Grants;

/// <summary>Where a gate stands and what holds there now. Safe for use by several threads.</summary>
internal sealed class GrantScenes(GrantBook book, GrantOptions options, GrantZone zone)
{
    private readonly ConcurrentDictionary<string, bool> _released = new(StringComparer.Ordinal);

    /// <summary>The scene at a gate as it is now.</summary>
    public GateScene Of(string gate)
    {
        var now = book.Now;
        return new GateScene(gate, zone.Zone)
        {
            Areas = [.. options.Areas.Where(area => area.Value.Contains(gate, StringComparer.Ordinal)).Select(area => area.Key)],
            Way = options.ExitGates.Contains(gate, StringComparer.Ordinal) ? GateWay.Out : options.EntryGates.Contains(gate, StringComparer.Ordinal) ? GateWay.In : GateWay.Both,
            Mode = _released.ContainsKey(gate) ? CompoundMode.Released : now.IsLockedDown ? CompoundMode.Lockdown : CompoundMode.Normal,
            Holidays = now.Holidays,
            SameEntry = options.SameEntry,
        };
    }

    /// <summary>A gate's fire or emergency input has changed.</summary>
    public void Released(string gate, bool active)
    {
        if (active)
        {
            _released[gate] = true;
        }
        else
        {
            _released.TryRemove(gate, out _);
        }
    }
}
