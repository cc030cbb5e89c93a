using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Plates.Tracking;

/// <summary>One vehicle's plate followed from frame to frame. Objects are reused: <see cref="Begin"/> starts a new life.</summary>
internal sealed class PlateTrack(PlateTrackingSettings settings)
{
    /// <summary>Readings that contradict the vote altogether before it is another vehicle.</summary>
    private const int Strangers = 2;

    /// <summary>What is nearer to an edge of the picture than so many pixels may be cut off by it.</summary>
    private const float Margin = 2;

    private PlateNumber? _approaching; // whose boxes the meter has
    private PixelBox _before;
    private TimeSpan _step;

    /// <summary>Unique per watcher.</summary>
    public long Id { get; private set; }

    /// <summary>True while the plate is followed.</summary>
    public bool Active { get; private set; }

    /// <summary>Where it was last seen.</summary>
    public PixelBox Box { get; private set; }

    /// <summary>How it was last read.</summary>
    public PlateReading Newest { get; private set; } = null!;

    public DateTimeOffset FirstSeen { get; private set; }

    public DateTimeOffset LastSeen { get; private set; }

    /// <summary>When its place was last searched, found or not.</summary>
    public DateTimeOffset LastTried { get; set; }

    /// <summary>What was told last; null before the first.</summary>
    public PlateSighting? Told { get; set; }

    /// <summary>Time spent computing on it.</summary>
    public TimeSpan Computed { get; set; }

    public PlateVotes Votes { get; } = new(settings);

    public HeadingMeter Motion { get; } = new();

    /// <summary>
    /// How it came nearer, by close looks alone, as the boxes of a search are coarser than its way in a second; and by those that read the
    /// winning number with all of the plate in the picture, as any other box may hold half a plate, or more than one.
    /// </summary>
    public ApproachMeter Approach { get; } = new();

    public TremorMeter Tremor { get; } = new();

    /// <summary>Readings in a row that contradict the vote.</summary>
    public int Contradictions { get; private set; }

    /// <summary>Another vehicle's plate has taken the place of this one's.</summary>
    public bool IsAnother => Contradictions >= Strangers;

    /// <summary>Starts a new life.</summary>
    public void Begin(long id, PlateReading reading, DateTimeOffset now)
    {
        End();
        (Id, Active, FirstSeen, Box, _before, _step) = (id, true, now, reading.Box, reading.Box, TimeSpan.Zero);
        See(reading, now);
    }

    /// <summary>Seen again.</summary>
    /// <param name="reading">How.</param>
    /// <param name="now">When.</param>
    /// <param name="close">The picture in which its box was measured at full size; null for one measured in a search.</param>
    public void Move(PlateReading reading, DateTimeOffset now, PixelBox? close)
    {
        (_before, _step, Box) = (Box, now - LastSeen, reading.Box);
        See(reading, now);
        if (close is { } picture)
        {
            Measure(reading, picture, now);
        }
    }

    /// <summary>Takes the box of a close look for how it comes nearer, without a vote: that of the same frame has been counted.</summary>
    /// <param name="reading">The close look.</param>
    /// <param name="picture">The whole picture.</param>
    /// <param name="now">When.</param>
    public void Measure(PlateReading reading, PixelBox picture, DateTimeOffset now)
    {
        if (reading.Number is not { } read || read != Votes.Number || !IsWithin(picture, reading.Box))
        {
            return;
        }

        if (_approaching != read)
        {
            Approach.Clear();
        }

        _approaching = read;
        Approach.Add(reading.Box, now);
    }

    /// <summary>Where it should be now if it goes on as before; for at most a quarter of a second.</summary>
    public PixelBox Expected(DateTimeOffset now)
    {
        var ahead = now - LastSeen;
        if (_step <= TimeSpan.Zero || ahead <= TimeSpan.Zero)
        {
            return Box;
        }

        var steps = (float)(Math.Min(ahead.TotalSeconds, 0.25) / _step.TotalSeconds);
        var scale = Math.Clamp(1 + (((Box.Width / _before.Width) - 1) * steps), 0.7f, 1.5f);
        var (width, height) = (Box.Width * scale, Box.Height * scale);
        var (x, y) = (Box.CentreX + ((Box.CentreX - _before.CentreX) * steps), Box.CentreY + ((Box.CentreY - _before.CentreY) * steps));
        return new PixelBox(x - (width / 2), y - (height / 2), width, height);
    }

    /// <summary>Forgets the vehicle.</summary>
    public void End()
    {
        (Active, Told, Contradictions, Computed, _approaching) = (false, null, 0, TimeSpan.Zero, null);
        Votes.Clear();
        Motion.Clear();
        Approach.Clear();
        Tremor.Clear();
    }

    /// <summary>True for what no edge of the picture can have cut.</summary>
    public static bool IsWithin(PixelBox picture, PixelBox box) =>
        box.X >= picture.X + Margin && box.Y >= picture.Y + Margin && box.Right <= picture.Right - Margin && box.Bottom <= picture.Bottom - Margin;

    private void See(PlateReading reading, DateTimeOffset now)
    {
        (Newest, LastSeen, LastTried) = (reading, now, now);
        Motion.Add(reading.Box, now);
        if (Votes.Number is { } number && reading.Number is { } read && reading.Confidence >= settings.CertainConfidence && PlateSlips.Between(number, read) >= PlateSlips.AnotherPlate)
        {
            Contradictions++;
        }
        else
        {
            Contradictions = reading.Number is null ? Contradictions : 0;
            Votes.Add(reading);
        }
    }
}
