using System.Numerics;

namespace Gateway.Drivers.Simulation;

/// <summary>The noise of a camera's sensor: about 1.5 grey values, at most 5, other in every picture. Not thread-safe.</summary>
/// <param name="random">Decides it.</param>
internal sealed class SensorNoise(Random random)
{
    /// <summary>Pictures whose values lie between these stay in range with noise on them.</summary>
    public const byte Darkest = 8;

    /// <summary>See <see cref="Darkest"/>.</summary>
    public const byte Brightest = 247;

    private const int Length = 1 << 16;
    private const int Piece = 4096;
    private readonly byte[] _noise = [.. Enumerable.Range(0, Length).Select(_ => (byte)(sbyte)Value(random))];

    /// <summary>Writes <paramref name="clean"/> with noise on it.</summary>
    public void On(ReadOnlySpan<byte> clean, Span<byte> noisy)
    {
        for (var at = 0; at < clean.Length; at += Piece)
        {
            var count = Math.Min(Piece, clean.Length - at);
            Add(clean.Slice(at, count), _noise.AsSpan(random.Next(Length - Piece), count), noisy.Slice(at, count));
        }
    }

    /// <summary>Bytes wrap, so that adding 255 takes 1 away.</summary>
    private static void Add(ReadOnlySpan<byte> clean, ReadOnlySpan<byte> noise, Span<byte> noisy)
    {
        var i = 0;
        for (; i + Vector<byte>.Count <= clean.Length; i += Vector<byte>.Count)
        {
            (new Vector<byte>(clean[i..]) + new Vector<byte>(noise[i..])).CopyTo(noisy[i..]);
        }

        for (; i < clean.Length; i++)
        {
            noisy[i] = (byte)(clean[i] + noise[i]);
        }
    }

    /// <summary>The sum of three dice is nearly normal.</summary>
    private static int Value(Random random) =>
        Math.Clamp((int)Math.Round((random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 3), -5, 5);
}
