namespace Gateway.Edge.Perception.Plates.Recognition;

/// <summary>
/// Reads CTC probabilities from left to right and keeps, for every length, the likeliest texts that can still become a plate: a prefix beam
/// search in which a position may only hold what some pattern allows there. Keeping the best of each length, not the best of all, leaves a
/// complete plate in the race beside shorter texts that always look likelier. One thread at a time; allocates nothing once warm.
/// </summary>
internal sealed class PlateBeam
{
    /// <summary>Added to every probability, so that one step that a model is wrongly sure of rules nothing out.</summary>
    public const float Floor = 1e-6f;

    /// <summary>Continuations less likely than this against their text are not looked at.</summary>
    private const double Negligible = 1e-5;

    private readonly int _perLength;
    private readonly uint[][] _allowed = new uint[PackedText.Most][];
    private readonly uint[] _ended = new uint[PackedText.Most + 1];
    private readonly int[][] _classes = new int[PackedText.Most][];
    private readonly uint _all;
    private readonly List<Hypothesis> _complete = [];

    // Texts by length, likeliest first: those before a step and those after it.
    private Hypothesis[][] _now = new Hypothesis[PackedText.Most + 1][];
    private Hypothesis[][] _next = new Hypothesis[PackedText.Most + 1][];
    private int[] _counts = new int[PackedText.Most + 1];
    private int[] _kept = new int[PackedText.Most + 1];

    /// <summary>A search over the given patterns that keeps <paramref name="perLength"/> texts of each length.</summary>
    public PlateBeam(IReadOnlyList<PlatePattern> patterns, int perLength = 8)
    {
        _perLength = perLength;
        _all = (uint)((1UL << patterns.Count) - 1);
        for (var length = 0; length <= PackedText.Most; length++)
        {
            (_now[length], _next[length]) = (new Hypothesis[perLength], new Hypothesis[perLength]);
        }

        for (var position = 0; position < PackedText.Most; position++)
        {
            var allowed = new uint[PlateAlphabet.Count];
            for (var index = 0; index < patterns.Count; index++)
            {
                foreach (var character in position < patterns[index].Length ? patterns[index].Positions[position] : "")
                {
                    allowed[PlateAlphabet.ClassOf(character)] |= 1u << index;
                }
            }

            _allowed[position] = allowed;
            _classes[position] = [.. Enumerable.Range(1, PlateAlphabet.Count - 1).Where(index => allowed[index] != 0)];
        }

        for (var index = 0; index < patterns.Count; index++)
        {
            _ended[patterns[index].Length] |= 1u << index;
        }
    }

    /// <summary>The likeliest complete plates, best first.</summary>
    /// <param name="steps">Probabilities, steps x <see cref="PlateAlphabet.Count"/>.</param>
    /// <param name="found">Where they go, with the natural logarithm of their probability.</param>
    /// <returns>How many there are; 0 when no plate fits at all.</returns>
    public int Search(ReadOnlySpan<float> steps, Span<(PackedText Text, double Log)> found)
    {
        Array.Clear(_counts);
        (_now[0][0], _counts[0]) = (new Hypothesis(default, 1, 0, _all), 1);
        var scale = 0.0;
        for (; steps.Length >= PlateAlphabet.Count; steps = steps[PlateAlphabet.Count..])
        {
            scale += Step(steps[..PlateAlphabet.Count]);
        }

        _complete.Clear();
        for (var length = 0; length <= PackedText.Most; length++)
        {
            foreach (var hypothesis in Beam(length))
            {
                if ((hypothesis.Patterns & _ended[length]) != 0 && hypothesis.Total > 0)
                {
                    _complete.Add(hypothesis);
                }
            }
        }

        _complete.Sort(static (one, other) => other.Total.CompareTo(one.Total));
        var count = Math.Min(_complete.Count, found.Length);
        for (var index = 0; index < count; index++)
        {
            found[index] = (_complete[index].Text, Math.Log(_complete[index].Total) + scale);
        }

        return count;
    }

    private ReadOnlySpan<Hypothesis> Beam(int length) => _now[length].AsSpan(0, _counts[length]);

    /// <summary>One step to the right; returns the logarithm that the probabilities were divided by, so that they do not vanish.</summary>
    private double Step(ReadOnlySpan<float> step)
    {
        var most = double.Epsilon;
        for (var length = 0; length <= PackedText.Most; length++)
        {
            _kept[length] = 0;
            Stay(length, step);
            if (length > 0)
            {
                Grow(length, step);
            }

            most = _kept[length] > 0 ? Math.Max(most, _next[length][0].Total) : most;
        }

        (_now, _next, _counts, _kept) = (_next, _now, _kept, _counts);
        for (var length = 0; length <= PackedText.Most; length++)
        {
            foreach (ref var kept in _now[length].AsSpan(0, _counts[length]))
            {
                kept = kept with { Blank = kept.Blank / most, Character = kept.Character / most };
            }
        }

        return Math.Log(most);
    }

    /// <summary>Texts that the step leaves as long as they are, and those of the beam that it turns a shorter one of the beam into.</summary>
    private void Stay(int length, ReadOnlySpan<float> step)
    {
        foreach (var (text, blank, character, patterns) in Beam(length))
        {
            var (stay, last) = ((blank + character) * (step[PlateAlphabet.Blank] + Floor), 0.0);
            if (length > 0)
            {
                last = character * (step[text.Last] + Floor);
                foreach (var shorter in Beam(length - 1))
                {
                    if (shorter.Text.Add(text.Last) == text)
                    {
                        last += Gain(shorter, text.Last, step);
                        break;
                    }
                }
            }

            Keep(length, new Hypothesis(text, stay, last, patterns));
        }
    }

    /// <summary>Texts of this length that are new in the beam. Nearly all are too unlikely to be kept, and are told by a multiplication.</summary>
    private void Grow(int length, ReadOnlySpan<float> step)
    {
        foreach (var shorter in Beam(length - 1))
        {
            foreach (var next in _classes[length - 1])
            {
                var gain = Gain(shorter, next, step);
                var live = shorter.Patterns & _allowed[length - 1][next];
                if (live == 0 || gain <= 0 || !Fits(length, gain))
                {
                    continue;
                }

                var text = shorter.Text.Add(next);
                if (!Holds(length, text))
                {
                    Keep(length, new Hypothesis(text, 0, gain, live));
                }
            }
        }
    }

    /// <summary>What one more character is worth; 0 where it is negligible.</summary>
    private static double Gain(in Hypothesis text, int next, ReadOnlySpan<float> step)
    {
        // The same character again is a second one only after a blank.
        var gain = (next == text.Text.Last ? text.Blank : text.Total) * (step[next] + Floor);
        return gain > text.Total * Negligible ? gain : 0;
    }

    private bool Holds(int length, PackedText text)
    {
        foreach (var hypothesis in Beam(length))
        {
            if (hypothesis.Text == text)
            {
                return true;
            }
        }

        return false;
    }

    private bool Fits(int length, double total) => _kept[length] < _perLength || total > _next[length][_perLength - 1].Total;

    /// <summary>Puts a text in its place among the likeliest of its length; the least likely one falls out.</summary>
    private void Keep(int length, in Hypothesis hypothesis)
    {
        if (!Fits(length, hypothesis.Total))
        {
            return;
        }

        var kept = _next[length];
        var place = _kept[length] < _perLength ? _kept[length]++ : _perLength - 1;
        for (; place > 0 && kept[place - 1].Total < hypothesis.Total; place--)
        {
            kept[place] = kept[place - 1];
        }

        kept[place] = hypothesis;
    }
}
