using System.Numerics;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic;

/// <summary>
/// Randomness whose course is ours, so that a seed gives the same clip on every machine and release of the runtime: SplitMix64 (Steele,
/// Lea, Flood 2014). Not thread-safe.
/// </summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A generator of its own for a part of the scene, so that a change to one part does not move the others.</summary>
    public SeededRandom Fork(int part) => new(Mix(_state ^ ((ulong)part * 0x9E3779B97F4A7C15)));

    public ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    /// <summary>Uniform in 0..1, 1 excluded.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public double Between(double low, double high) => low + ((high - low) * Unit());

    /// <summary>Even on a logarithmic scale; both bounds above 0.</summary>
    public double LogBetween(double low, double high) => low * Math.Pow(high / low, Unit());

    /// <summary>A whole number, both bounds included.</summary>
    public int Whole(int low, int high) => low + (int)(Unit() * (high - low + 1));

    public bool Chance(double share) => Unit() < share;

    public double Sign() => Chance(0.5) ? 1 : -1;

    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[Whole(0, choices.Length - 1)];

    /// <summary>Normal with mean 0 and deviation 1 (Box and Muller).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return BitOperations.RotateLeft(z ^ (z >> 31), 7);
    }
}
