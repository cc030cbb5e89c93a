namespace Gateway.Edge.Passages;

/// <summary>
/// How long the gates take by each method, since the start: from the first usable picture of a face, or the reader's line, to the driven relay. Getting
/// out a phone, typing and walking up are not in it, nor do terminals that decide on faces by themselves say it. Safe for several threads.
/// </summary>
internal sealed class PassageTimings
{
    /// <summary>Passages of a method that count: the latest.</summary>
    public const int Kept = 1000;

    private readonly Lock _gate = new();

    // Guarded by _gate.
    private readonly Dictionary<string, Queue<double>> _methods = new(StringComparer.Ordinal);

    /// <summary>Every way to pass, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> Methods { get; } = ["face", "card", "qr", "pin"];

    /// <summary>A door was released. A clock that was set meanwhile says nothing of how long it took, and is not taken down.</summary>
    public void Note(string method, TimeSpan took)
    {
        if (took < TimeSpan.Zero || took > TimeSpan.FromMinutes(1))
        {
            return;
        }

        lock (_gate)
        {
            if (!_methods.TryGetValue(method, out var latest))
            {
                _methods[method] = latest = new Queue<double>();
            }

            latest.Enqueue(took.TotalMilliseconds);
            if (latest.Count > Kept)
            {
                latest.Dequeue();
            }
        }
    }

    /// <summary>Each method's figures, those without any passage too.</summary>
    public IReadOnlyList<PassageTiming> Read()
    {
        lock (_gate)
        {
            return [.. Methods.Select(method => Of(method, _methods.GetValueOrDefault(method)))];
        }
    }

    private static PassageTiming Of(string method, Queue<double>? latest)
    {
        if (latest is null)
        {
            return new PassageTiming(method, 0, null, null);
        }

        double[] sorted = [.. latest.Order()];
        return new PassageTiming(method, sorted.Length, At(0.5), At(0.95));

        // The smallest that so many are not above.
        double At(double share) => Math.Round(sorted[(int)Math.Ceiling(share * sorted.Length) - 1], 1);
    }
}
