using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>The last falls on record, for whoever shows them. Safe for use by several threads.</summary>
internal sealed class FallBoard
{
    /// <summary>As many as a page shows; the oldest make room.</summary>
    public const int Most = 100;

    private readonly Lock _gate = new();
    private readonly LinkedList<RecordedFall> _falls = []; // newest first

    /// <summary>The falls, the newest first.</summary>
    public IReadOnlyList<RecordedFall> Falls
    {
        get
        {
            lock (_gate)
            {
                return [.. _falls];
            }
        }
    }

    /// <summary>An alert is on record.</summary>
    public void Add(RecordedFall fall)
    {
        lock (_gate)
        {
            _falls.AddFirst(fall);
            if (_falls.Count > Most)
            {
                _falls.RemoveLast();
            }
        }
    }

    /// <summary>Its evidence is on record; nothing where the fall is not shown any more.</summary>
    public void Complete(JournalRecord evidence, FallingObjectData data)
    {
        lock (_gate)
        {
            for (var node = _falls.First; node is not null; node = node.Next)
            {
                if (node.Value.Alert.ObjectId == data.ObjectId)
                {
                    node.Value = node.Value with { Evidence = evidence, EvidenceData = data };
                    return;
                }
            }
        }
    }
}
