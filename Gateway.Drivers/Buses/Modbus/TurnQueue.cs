namespace Gateway.Drivers.Buses.Modbus;

/// <summary>
/// What waits for a bus, in lines per unit that take turns, so that one unit's long line never holds up another's short one. Urgent items
/// go before the others, but never twice in a row while others wait. Not thread-safe.
/// </summary>
internal sealed class TurnQueue<T>(int perUnit)
    where T : class
{
    private readonly Lane _urgent = new();
    private readonly Lane _usual = new();
    private bool _tookUrgent;

    /// <summary>Adds at the end of a unit's line; false when that line is full.</summary>
    public bool TryAdd(int unit, T item, bool urgent)
    {
        var lane = urgent ? _urgent : _usual;
        if (lane.Length(unit) >= perUnit)
        {
            return false;
        }

        lane.AddLast(unit, item);
        return true;
    }

    /// <summary>Puts a taken item at the head of its unit's line, for another try; the other units come first.</summary>
    public void PutBack(int unit, T item, bool urgent) => (urgent ? _urgent : _usual).AddFirst(unit, item);

    /// <summary>Takes whatever has its turn; null when nothing waits.</summary>
    public T? Take()
    {
        var item = _tookUrgent ? _usual.Take() : null;
        _tookUrgent = false;
        if (item is null && (item = _urgent.Take()) is not null)
        {
            _tookUrgent = true;
        }

        return item ?? _usual.Take();
    }

    private sealed class Lane
    {
        private readonly Dictionary<int, LinkedList<T>> _lines = [];
        private readonly Queue<int> _round = new(); // units that wait, each once, in the order of their turns

        public int Length(int unit) => _lines.TryGetValue(unit, out var line) ? line.Count : 0;

        public void AddLast(int unit, T item) => Line(unit).AddLast(item);

        public void AddFirst(int unit, T item) => Line(unit).AddFirst(item);

        public T? Take()
        {
            if (!_round.TryDequeue(out var unit))
            {
                return null;
            }

            var line = _lines[unit];
            var item = line.First!.Value;
            line.RemoveFirst();
            if (line.Count > 0)
            {
                _round.Enqueue(unit);
            }
            else
            {
                _lines.Remove(unit);
            }

            return item;
        }

        private LinkedList<T> Line(int unit)
        {
            if (!_lines.TryGetValue(unit, out var line))
            {
                _lines.Add(unit, line = new LinkedList<T>());
                _round.Enqueue(unit);
            }

            return line;
        }
    }
}
