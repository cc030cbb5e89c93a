using System.Text.Json.Nodes;

namespace Gateway.Drivers.Buses.Ocpp.Points;

/// <summary>
/// Which cards may charge: those of the hardware file, or every one where it names none. A tag with which the gateway itself has started
/// a charge is good for it. Safe for several threads.
/// </summary>
internal sealed class TagPolicy(IReadOnlyCollection<string>? allowed)
{
    private const int Remembered = 32;

    private readonly Lock _gate = new();
    private readonly Queue<string> _started = new();

    /// <summary>Remembers a tag of a remote start.</summary>
    public void Remember(string tag)
    {
        lock (_gate)
        {
            _started.Enqueue(tag);
            if (_started.Count > Remembered)
            {
                _started.Dequeue();
            }
        }
    }

    public bool Admits(string tag)
    {
        lock (_gate)
        {
            return tag.Length > 0
                && (allowed is null || Has(allowed, tag) || Has(_started, tag));
        }
    }

    /// <summary>The protocol's <c>idTagInfo</c>.</summary>
    public JsonObject InfoOf(string tag) => new() { ["status"] = Admits(tag) ? "Accepted" : "Invalid" };

    // The protocol compares tags without regard to case.
    private static bool Has(IEnumerable<string> tags, string tag) => tags.Contains(tag, StringComparer.OrdinalIgnoreCase);
}
