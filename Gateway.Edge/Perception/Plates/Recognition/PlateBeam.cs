using System.Runtime.InteropServices;

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
    private readonly List<Hypothesis> _beam = [];
    private readonly Dictionary<PackedText, Hypothesis> _next = [];
    private readonly List<Hypothesis>[] _byLength = new List<Hypothesis>[PackedText.Most + 1];

    /// <summary>A search over the given patterns that keeps <paramref name="perLength"/> texts of each length.</summary>
    public PlateBeam(IReadOnlyList<PlatePattern> patterns, int perLength = 8)
    {
        _perLength = perLength;
        _all = (uint)((1UL << patterns.Count) - 1);
        for (var length = 0; length <= PackedText.Most; length++)
        {
            _byLength[length] = [];
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
        _beam.Clear();
        _beam.Add(new Hypothesis(default, 1, 0, _all));
        var scale = 0.0;
        for (; steps.Length >= PlateAlphabet.Count; steps = steps[PlateAlphabet.Count..])
        {
            scale += Step(steps[..PlateAlphabet.Count]);
        }

        var count = 0;
        _beam.Sort(static (one, other) => other.Total.CompareTo(one.Total));
        foreach (var hypothesis in _beam)
        {
            if ((hypothesis.Patterns & _ended[hypothesis.Text.Length]) != 0 && hypothesis.Total > 0 && count < found.Length)
            {
                found[count++] = (hypothesis.Text, Math.Log(hypothesis.Total) + scale);
            }
        }

        return count;
    }

    /// <summary>One step to the right; returns the logarithm that the probabilities were divided by, so that they do not vanish.</summary>
    private double Step(ReadOnlySpan<float> step)
    {
        _next.Clear();
        foreach (var (text, blank, character, patterns) in _beam)
        {
            var total = blank + character;
            var length = text.Length;
            Add(text, total * (step[PlateAlphabet.Blank] + Floor), length == 0 ? 0 : character * (step[text.Last] + Floor), patterns);
            if (length == PackedText.Most)
            {
                continue;
            }

            foreach (var next in _classes[length])
            {
                var live = patterns & _allowed[length][next];

                // The same character again is a second one only after a blank.
                var gain = (next == text.Last ? blank : total) * (step[next] + Floor);
                if (live != 0 && gain > total * Negligible)
                {
                    Add(text.Add(next), 0, gain, live);
                }
            }
        }

        return Prune();
    }

    private void Add(PackedText text, double blank, double character, uint patterns)
    {
        ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_next, text, out var there);
        slot = there
            ? slot with { Blank = slot.Blank + blank, Character = slot.Character + character }
            : new Hypothesis(text, blank, character, patterns);
    }

    private double Prune()
    {
        var most = double.Epsilon;
        foreach (var hypothesis in _next.Values)
        {
            _byLength[hypothesis.Text.Length].Add(hypothesis);
            most = Math.Max(most, hypothesis.Total);
        }

        _beam.Clear();
        foreach (var group in _byLength)
        {
            group.Sort(static (one, other) => other.Total.CompareTo(one.Total));
            for (var index = 0; index < Math.Min(_perLength, group.Count); index++)
            {
                var kept = group[index];
                _beam.Add(kept with { Blank = kept.Blank / most, Character = kept.Character / most });
            }

            group.Clear();
        }

        return Math.Log(most);
    }
}
