namespace Gateway.Edge.Perception.Plates.Tracking;

/// <summary>
/// What the frames of one vehicle say, voted position by position, apart for plates of seven and of eight characters. Frames with
/// different slips so correct each other, which votes for whole numbers could not. One thread at a time.
/// </summary>
internal sealed class PlateVotes
{
    private const int Shortest = 7;
    private const int Longest = 8;

    /// <summary>Distinct numbers of which the frames are counted; what comes later than that is noise.</summary>
    private const int Remembered = 12;

    /// <summary>Votes for one length must outweigh the other's by this share.</summary>
    private const float LengthShare = 0.7f;

    private readonly PlateTrackingSettings _settings;
    private readonly LengthVotes[] _lengths = [new(Shortest), new(Longest)];
    private readonly List<(string Text, int Frames, float Confidence)> _numbers = new(Remembered);
    private readonly int[] _colours = new int[Enum.GetValues<PlateColour>().Length];

    public PlateVotes(PlateTrackingSettings settings) => _settings = settings;

    /// <summary>Frames that voted for a number.</summary>
    public int Frames { get; private set; }

    /// <summary>The winning number; null while no legal one can be made of the votes.</summary>
    public PlateNumber? Number { get; private set; }

    /// <summary>Confidence in <see cref="Number"/>, 0..1: of the best frame that read it, times its least share at any position.</summary>
    public float Confidence { get; private set; }

    /// <summary>Enough frames agree; see <see cref="PlateTrackingSettings"/>.</summary>
    public bool Certain { get; private set; }

    /// <summary>The colour seen most often, unknown only where nothing else was seen.</summary>
    public PlateColour Colour
    {
        get
        {
            var best = PlateColour.Unknown;
            for (var colour = 1; colour < _colours.Length; colour++)
            {
                best = _colours[colour] > (best == PlateColour.Unknown ? 0 : _colours[(int)best]) ? (PlateColour)colour : best;
            }

            return best;
        }
    }

    /// <summary>The winner's characters; empty where there is no winner.</summary>
    public IReadOnlyList<PlateCharacter> Characters => Number is { } number ? _lengths[number.Text.Length - Shortest].Characters() : [];

    /// <summary>Adds one frame's reading.</summary>
    public void Add(PlateReading reading)
    {
        _colours[(int)reading.Colour]++;
        if (reading.Number is not { } number)
        {
            return;
        }

        Frames++;
        var size = Math.Clamp(reading.Box.Height / (reading.TwoRows ? 2 : 1) / _settings.FullHeight, 0.1f, 1);
        _lengths[number.Text.Length - Shortest].Add(number.Text, reading, size * size);
        Remember(number.Text, reading.Confidence);
        Settle();
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        (Frames, Number, Confidence, Certain) = (0, null, 0, false);
        Array.ForEach(_lengths, static length => length.Clear());
        _numbers.Clear();
        Array.Clear(_colours);
    }

    private void Settle()
    {
        var (leader, other) = _lengths[0].Weight >= _lengths[1].Weight ? (_lengths[0], _lengths[1]) : (_lengths[1], _lengths[0]);
        if (!PlateNumber.TryParse(leader.Winner(), out var number))
        {
            (Number, Confidence, Certain) = (null, 0, false);
            return;
        }

        var (exact, best) = Read(number.Text);
        var share = leader.LeastShare();
        (Number, Confidence) = (number, (exact > 0 ? best : _numbers.Max(static known => known.Confidence) / 2) * share);
        Certain = Frames >= _settings.CertainFrames
            && exact >= _settings.AgreeingFrames
            && best >= _settings.CertainConfidence
            && share >= _settings.CertainShare
            && leader.Weight >= LengthShare * (leader.Weight + other.Weight);
    }

    private (int Frames, float Confidence) Read(string text)
    {
        foreach (var (known, frames, confidence) in _numbers)
        {
            if (known == text)
            {
                return (frames, confidence);
            }
        }

        return (0, 0);
    }

    private void Remember(string text, float confidence)
    {
        for (var i = 0; i < _numbers.Count; i++)
        {
            if (_numbers[i].Text == text)
            {
                _numbers[i] = (text, _numbers[i].Frames + 1, Math.Max(_numbers[i].Confidence, confidence));
                return;
            }
        }

        if (_numbers.Count == Remembered)
        {
            _numbers.RemoveAt(_numbers.FindIndex(known => known.Frames == _numbers.Min(static any => any.Frames)));
        }

        _numbers.Add((text, 1, confidence));
    }
}
