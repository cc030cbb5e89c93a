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
    public static IEnumerable<SyntheticClip> FallClips(int count = Falls) => Enumerable.Range(1, count).Select(Fall);

    /// <summary>The first clips without a fall.</summary>
    /// <param name="count">0..<see cref="Nuisances"/>.</param>
    public static IEnumerable<SyntheticClip> NuisanceClips(int count = Nuisances) => Enumerable.Range(1, count).Select(Nuisance);

    /// <summary>One of the clips with falls.</summary>
    public static SyntheticClip Fall(int seed) => SyntheticClip.Of(seed, SyntheticKind.Fall, new SyntheticOptions(Size: SizeOf(seed)));

    /// <summary>One of the clips without a fall.</summary>
    public static SyntheticClip Nuisance(int seed) =>
        SyntheticClip.Of(seed, SyntheticKind.Nuisance, new SyntheticOptions(Duration: NuisanceLength));

    /// <summary>The apparent size of what falls in a clip, pixels.</summary>
    internal static double SizeOf(int seed)
    {
        var part = seed * Golden % 1;
        return seed % 5 == 0 ? double.Lerp(2, SyntheticFall.SmallBelow, part) : double.Lerp(SyntheticFall.SmallBelow, 30, part);
    }
}
