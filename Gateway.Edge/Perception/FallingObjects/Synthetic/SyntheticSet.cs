namespace Gateway.Edge.Perception.FallingObjects.Synthetic;

/// <summary>The sets by which releases are measured. Clips are made one at a time as they are asked for.</summary>
internal static class SyntheticSet
{
    /// <summary>Clips with falls: seeds 1 to 500.</summary>
    public const int Falls = 500;

    /// <summary>Clips without: seeds 1 to 900, ten hours in all.</summary>
    public const int Nuisances = 900;

    /// <summary>How long a clip without a fall is.</summary>
    public static readonly TimeSpan NuisanceLength = TimeSpan.FromSeconds(40);

    /// <summary>The golden section: its multiples cover a range evenly, however many are taken.</summary>
    private const double Golden = 0.6180339887498949;

    /// <summary>The first clips with falls; sizes are spread evenly over 3.5 to 30 pixels but for every fifth, which has 2 to 3.5.</summary>
    /// <param name="count">0..<see cref="Falls"/>.</param>
    /// <param name="first">Seed of the first one; those beyond the set have been looked at by nobody who chose a threshold.</param>
    public static IEnumerable<SyntheticClip> FallClips(int count = Falls, int first = 1) => Enumerable.Range(first, count).Select(Fall);

    /// <summary>The first clips without a fall.</summary>
    /// <param name="count">0..<see cref="Nuisances"/>.</param>
    /// <param name="first">Seed of the first one.</param>
    public static IEnumerable<SyntheticClip> NuisanceClips(int count = Nuisances, int first = 1) => Enumerable.Range(first, count).Select(Nuisance);

    /// <summary>One of the clips with falls.</summary>
    public static SyntheticClip Fall(int seed) => Clip(seed, SyntheticKind.Fall);

    /// <summary>One of the clips without a fall.</summary>
    public static SyntheticClip Nuisance(int seed) => Clip(seed, SyntheticKind.Nuisance);

    /// <summary>One of the clips; the scene is the same where it is made to last otherwise.</summary>
    /// <param name="seed">From 1; beyond the set's end it goes on in the same way.</param>
    /// <param name="kind">Which set.</param>
    /// <param name="duration">Null for the set's.</param>
    public static SyntheticClip Clip(int seed, SyntheticKind kind, TimeSpan? duration = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seed);
        return SyntheticClip.Of(seed, kind, kind == SyntheticKind.Fall
            ? new SyntheticOptions(Size: SizeOf(seed), Duration: duration)
            : new SyntheticOptions(Duration: duration ?? NuisanceLength));
    }

    /// <summary>The apparent size of what falls in a clip, pixels.</summary>
    internal static double SizeOf(int seed)
    {
        var part = seed * Golden % 1;
        return seed % 5 == 0 ? double.Lerp(2, SyntheticFall.SmallBelow, part) : double.Lerp(SyntheticFall.SmallBelow, 30, part);
    }
}
