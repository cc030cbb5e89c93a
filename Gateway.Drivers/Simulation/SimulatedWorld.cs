using System.Collections.Concurrent;

namespace Gateway.Drivers.Simulation;

/// <summary>
/// The physical things behind simulated lines, each by the id of the device that it belongs to: doors, barriers, sheds. A scenario acts
/// on them. Safe for several threads.
/// </summary>
internal sealed class SimulatedWorld
{
    private readonly ConcurrentDictionary<string, object> _things = new(StringComparer.Ordinal);

    /// <summary>Everything that has been placed.</summary>
    public IEnumerable<string> Names => _things.Keys;

    /// <summary>Puts a device's thing into the world, in place of an earlier one.</summary>
    public void Place(string device, object thing) => _things[device] = thing;

    /// <summary>A device's thing; null when there is none of this type.</summary>
    public T? Find<T>(string device)
        where T : class => _things.GetValueOrDefault(device) as T;
}
