namespace Gateway.Drivers.Buses.Video.Grey;

/// <summary>Measures how evenly frames come, over the last minute of the stream's own time. Written by one thread, asked by any.</summary>
internal sealed class FrameTiming
{
    private const int Parts = 6;
    private static readonly TimeSpan Part = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new(); // guards everything below it
    private readonly Tally[] _tallies = new Tally[Parts];
    private int _current;
    private double _usual; // the usual step in ticks: a running median

    /// <summary>A new connection: nothing of before counts.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            Array.Clear(_tallies);
            (_current, _usual) = (0, 0);
        }
    }

    /// <summary>A frame has come.</summary>
    /// <param name="step">How much later than the one before; zero where it is not later.</param>
    /// <param name="repeats">It shows the very same picture.</param>
    public void Add(TimeSpan step, bool repeats)
    {
        lock (_gate)
        {
            ref var tally = ref _tallies[_current];
            tally.Duplicates += repeats || step <= TimeSpan.Zero ? 1 : 0;
            if (step <= TimeSpan.Zero)
            {
                return;
            }

            double ticks = step.Ticks;
            _usual = _usual > 0 ? _usual + (Math.Sign(ticks - _usual) * _usual * 0.02) : ticks;
            tally.Steps++;
            tally.Span += step;
            tally.Longest = step > tally.Longest ? step : tally.Longest;
            tally.Uneven += Math.Abs(ticks - _usual) > _usual / 4 ? 1 : 0;
            if (tally.Span >= Part)
            {
                _current = (_current + 1) % Parts;
                _tallies[_current] = default;
            }
        }
    }

    /// <summary>The last minute, as far as there has been one.</summary>
    public TimingReport Report()
    {
        var sum = default(Tally);
        lock (_gate)
        {
            foreach (var tally in _tallies)
            {
                sum.Steps += tally.Steps;
                sum.Duplicates += tally.Duplicates;
                sum.Uneven += tally.Uneven;
                sum.Span += tally.Span;
                sum.Longest = tally.Longest > sum.Longest ? tally.Longest : sum.Longest;
            }
        }

        return sum.Steps == 0
            ? new TimingReport(0, sum.Duplicates, TimeSpan.Zero, 0, TimeSpan.Zero)
            : new TimingReport(sum.Steps / sum.Span.TotalSeconds, sum.Duplicates, sum.Longest, (double)sum.Uneven / sum.Steps, sum.Span);
    }

    private struct Tally
    {
        public int Steps;
        public int Duplicates;
        public int Uneven;
        public TimeSpan Span;
        public TimeSpan Longest;
    }
}
