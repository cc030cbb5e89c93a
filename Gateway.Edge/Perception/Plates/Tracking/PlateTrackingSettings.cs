namespace Gateway.Edge.Perception.Plates.Tracking;

/// <summary>When frames of one vehicle agree, and how often the picture is searched. Immutable.</summary>
internal sealed record PlateTrackingSettings
{
    /// <summary>Frames that must have voted before a number is certain. 3 frames at 25 a second are 0.12 s.</summary>
    public int CertainFrames { get; init; } = 3;

    /// <summary>Frames that must have read exactly the number that won.</summary>
    public int AgreeingFrames { get; init; } = 2;

    /// <summary>Least confidence of the best frame that read the winning number, 0..1.</summary>
    public float CertainConfidence { get; init; } = 0.85f;

    /// <summary>Least share of the votes that the winner needs at every position, 0.5..1.</summary>
    public float CertainShare { get; init; } = 0.6f;

    /// <summary>Height in pixels from which a plate's vote has full weight; smaller ones count less.</summary>
    public float FullHeight { get; init; } = 24;

    /// <summary>A plate in view for so long without a certain number is told as unreadable.</summary>
    public TimeSpan UnreadableAfter { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a plate may be out of sight and still be the same one.</summary>
    public TimeSpan TrackTimeout { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>How often the whole region is searched while a plate is followed: a second vehicle comes behind the first.</summary>
    public TimeSpan SearchEvery { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>
    /// A vehicle in view for less than this, and not told yet, is in a hurry: reading it comes before searching for others, and before
    /// looking twice.
    /// </summary>
    public TimeSpan Hurry { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A view without change for so long is at rest: what quick searches may have missed is then searched for thoroughly.</summary>
    public TimeSpan RestsAfter { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>A view that never rests is searched thoroughly this often: such a search takes the time in which a vehicle drives a metre.</summary>
    public TimeSpan ThoroughEvery { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How often a view is searched all the same in which nothing changes and nothing but what rests is followed.</summary>
    public TimeSpan IdleSearchEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a plate that rests is read again: one that has been told, or lettering that is no vehicle's.</summary>
    public TimeSpan Recheck { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// A plate that is read, but not yet believed, is looked at in every frame for so long: what trembles as a held one does may be a vehicle
    /// whose driver has just braked.
    /// </summary>
    public TimeSpan ProvesWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Plates followed at once; further ones wait.</summary>
    public int MaxTracks { get; init; } = 4;

    /// <summary>A plate that was small at first, and grew by this factor since, came from afar, as vehicles do.</summary>
    public float CameFromAfar { get; init; } = 1.15f;

    /// <summary>Widest that a plate seen afar is, as a share of the picture's width.</summary>
    public float AfarShare { get; init; } = 0.1f;

    /// <summary>
    /// So much nearer, in plate widths times the picture's (1 / width at first - 1 / width now), a small plate came from afar as well: what
    /// one of <see cref="AfarShare"/> travels while it grows by <see cref="CameFromAfar"/>, 1.1 m for a plate before the usual camera. A
    /// smaller one that is read sooner need not come nearer than that.
    /// </summary>
    public float CameNearer { get; init; } = 1.3f;

    /// <summary>
    /// A plate that grew by this factor came near, wherever it was first seen. Any other must be seen to rest without trembling before it
    /// is believed.
    /// </summary>
    public float CameNear { get; init; } = 1.5f;

    /// <summary>A plate without a number that moved by so many of its widths is a vehicle's, and no lettering on a wall.</summary>
    public float MovedOn { get; init; } = 0.5f;
}
