namespace Gateway.Edge.Perception.Plates.Recognition;

/// <summary>
/// Turns what the recognisers saw into the likeliest legal number. Both searches name candidates; every candidate is then scored exactly
/// by both recognisers in every view, with a little weight for how well its form goes with the plate's colour. One thread at a time.
/// </summary>
internal sealed class PlateDecoder
{
    /// <summary>Weight of the plate head against the general recogniser's 1.</summary>
    private const double HeadWeight = 1.5;

    /// <summary>How far views may differ, as a logarithm, before the worse one stops counting.</summary>
    private const double Softness = 4;

    private const int PerSearch = 8;
    private const int MostCandidates = 64;

    private readonly PlateBeam _beam = new(PlateGrammar.Patterns);
    private readonly (PackedText Text, double Log)[] _found = new (PackedText, double)[PerSearch];
    private readonly List<Candidate> _candidates = new(MostCandidates);

    /// <summary>The likeliest number in views of one plate; <see cref="PlateText.None"/> when no plate fits at all.</summary>
    public PlateText Decode(ReadOnlySpan<PlateView> views, PlateColour colour)
    {
        _candidates.Clear();
        foreach (var view in views)
        {
            Collect(view.General);
            Collect(view.Head);
        }

        if (_candidates.Count == 0)
        {
            return PlateText.None;
        }

        for (var index = 0; index < _candidates.Count; index++)
        {
            _candidates[index] = Score(_candidates[index].Text, views, colour);
        }

        _candidates.Sort(static (one, other) => other.Score.CompareTo(one.Score));
        return Conclude();
    }

    private void Collect(ReadOnlySpan<float> steps)
    {
        var count = _beam.Search(steps, _found);
        for (var index = 0; index < count && _candidates.Count < MostCandidates; index++)
        {
            var text = _found[index].Text;
            if (!_candidates.Exists(candidate => candidate.Text == text))
            {
                _candidates.Add(new Candidate(text, 0, 0));
            }
        }
    }

    private static Candidate Score(PackedText text, ReadOnlySpan<PlateView> views, PlateColour colour)
    {
        // The views are tries at one truth, some of which are badly cut: better ones count for more, without one of them deciding alone.
        var (sum, most) = (0.0, double.NegativeInfinity);
        foreach (var view in views)
        {
            var log = CtcScore.Log(view.General, text) + (HeadWeight * CtcScore.Log(view.Head, text));
            sum = log > most ? (sum * Math.Exp((most - log) / Softness)) + 1 : sum + Math.Exp((log - most) / Softness);
            most = Math.Max(most, log);
        }

        var mean = most + (Softness * Math.Log(sum / views.Length));
        return new Candidate(text, mean + PlateForms.Weight(text, colour), most);
    }

    private PlateText Conclude()
    {
        var best = _candidates[0];
        var sum = 0.0;
        foreach (var candidate in _candidates)
        {
            sum += Math.Exp(candidate.Score - best.Score);
        }

        var characters = new PlateCharacter[best.Text.Length];
        for (var position = 0; position < characters.Length; position++)
        {
            var (agreeing, next) = (0.0, '\0');
            foreach (var candidate in _candidates)
            {
                var same = candidate.Text.Length == best.Text.Length && candidate.Text[position] == best.Text[position];
                agreeing += same ? Math.Exp(candidate.Score - best.Score) : 0;
                if (!same && next == '\0' && candidate.Text.Length == best.Text.Length)
                {
                    next = PlateAlphabet.CharacterOf(candidate.Text[position]);
                }
            }

            characters[position] = new PlateCharacter(PlateAlphabet.CharacterOf(best.Text[position]), (float)(agreeing / sum), next);
        }

        var fit = Math.Exp(best.Log / ((1 + HeadWeight) * best.Text.Length));
        return new PlateText(best.Text.ToString(), (float)(1 / sum), (float)fit, characters);
    }

    /// <summary>A legal text, its score with and without the weight of its form.</summary>
    private readonly record struct Candidate(PackedText Text, double Score, double Log);
}
