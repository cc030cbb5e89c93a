namespace Gateway.Edge.Perception.Plates.Tracking;

/// <summary>Weights that characters have gathered at one position of a plate. A fixed number of candidates; one thread at a time.</summary>
internal sealed class PositionVotes
{
    private const int Candidates = 6;

    private readonly (char Value, float Weight)[] _candidates = new (char, float)[Candidates];
    private float _total;

    /// <summary>The heaviest character; <c>'\0'</c> before the first vote.</summary>
    public char Winner => Best().Value;

    /// <summary>The second heaviest; <c>'\0'</c> where there is none.</summary>
    public char Second
    {
        get
        {
            var winner = Winner;
            var second = default((char Value, float Weight));
            foreach (var candidate in _candidates)
            {
                second = candidate.Value != winner && candidate.Weight > second.Weight ? candidate : second;
            }

            return second.Value;
        }
    }

    /// <summary>The winner's share of all votes, 0..1.</summary>
    public float Share => _total > 0 ? Best().Weight / _total : 0;

    /// <summary>Votes for a character.</summary>
    public void Add(char value, float weight)
    {
        if (value == '\0' || weight <= 0)
        {
            return;
        }

        _total += weight;
        var place = 0;
        for (var i = 0; i < Candidates; i++)
        {
            if (_candidates[i].Value == value)
            {
                _candidates[i].Weight += weight;
                return;
            }

            place = _candidates[i].Weight < _candidates[place].Weight ? i : place;
        }

        // The lightest gives way; its weight stays in the total, so that a share never looks better than it is.
        _candidates[place] = (value, weight);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_candidates);
        _total = 0;
    }

    private (char Value, float Weight) Best()
    {
        var best = _candidates[0];
        foreach (var candidate in _candidates)
        {
            best = candidate.Weight > best.Weight ? candidate : best;
        }

        return best;
    }
}
