using Gateway.Edge.Charging.Outlets;

namespace Gateway.Edge.Charging.Sessions;

/// <summary>Counts the starts of each outlet within an hour. There are as many counts as outlets. Safe for several threads.</summary>
internal sealed class StartLimit(int most, TimeProvider time)
{
    private static readonly TimeSpan s_window = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<OutletId, Queue<long>> _starts = []; // guarded by _gate

    /// <summary>Counts a start; false where there were too many.</summary>
    public bool Take(OutletId outlet)
    {
        lock (_gate)
        {
            if (!_starts.TryGetValue(outlet, out var starts))
            {
                _starts[outlet] = starts = new Queue<long>();
            }

            while (starts.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= s_window)
            {
                starts.Dequeue();
            }

            if (starts.Count >= most)
            {
                return false;
            }

            starts.Enqueue(time.GetTimestamp());
            return true;
        }
    }
}
