namespace Gateway.Edge.Charging.Rules;

/// <summary>
/// Counts the turns of a load: a turn is where the power has moved by a given step against the way it went before. A charger rises once and
/// falls once. Not thread-safe.
/// </summary>
/// <param name="window">How long a turn counts.</param>
internal sealed class SwingCount(TimeSpan window)
{
    private readonly Queue<TimeSpan> _turns = new();
    private double? _extreme; // the highest since it rises, the lowest since it falls
    private bool _falls;

    /// <summary>Takes a value; answers with the turns within the window.</summary>
    /// <param name="at">When; must not run backwards.</param>
    /// <param name="watts">Power.</param>
    /// <param name="step">Movement that counts, W.</param>
    public int Add(TimeSpan at, double watts, double step)
    {
        var extreme = _extreme ?? watts;
        var (on, back) = _falls ? (watts <= extreme, watts - extreme) : (watts >= extreme, extreme - watts);
        if (on || _extreme is null)
        {
            _extreme = watts;
        }
        else if (back >= step)
        {
            (_extreme, _falls) = (watts, !_falls);
            _turns.Enqueue(at);
        }

        while (_turns.TryPeek(out var turn) && turn < at - window)
        {
            _turns.Dequeue();
        }

        return _turns.Count;
    }
}
