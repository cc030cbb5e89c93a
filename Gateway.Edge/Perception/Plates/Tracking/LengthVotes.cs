namespace Gateway.Edge.Perception.Plates.Tracking;

/// <summary>The votes for plates of one length. One thread at a time.</summary>
internal sealed class LengthVotes(int length)
{
    private readonly PositionVotes[] _positions = [.. Enumerable.Range(0, length).Select(static _ => new PositionVotes())];

    /// <summary>The weight of all frames.</summary>
    public float Weight { get; private set; }

    /// <summary>Adds one frame: each character by its confidence, what it lacks to its rival.</summary>
    public void Add(string text, PlateReading reading, float weight)
    {
        Weight += weight * reading.Confidence;
        for (var i = 0; i < length; i++)
        {
            var character = i < reading.Characters.Count ? reading.Characters[i] : new PlateCharacter(text[i], reading.Confidence, '\0');
            _positions[i].Add(text[i], weight * character.Confidence);
            _positions[i].Add(character.Next, weight * Math.Min(character.Confidence, 1 - character.Confidence));
        }
    }

    /// <summary>The heaviest character of every position.</summary>
    public string Winner() => string.Create(length, _positions, static (text, positions) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = positions[i].Winner;
        }
    });

    /// <summary>The least share that a winner holds at any position, 0..1.</summary>
    public float LeastShare() => _positions.Min(static position => position.Share);

    /// <summary>The winners with their shares and rivals.</summary>
    public IReadOnlyList<PlateCharacter> Characters() =>
        [.. _positions.Select(static position => new PlateCharacter(position.Winner, position.Share, position.Second))];

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.ForEach(_positions, static position => position.Clear());
        Weight = 0;
    }
}
