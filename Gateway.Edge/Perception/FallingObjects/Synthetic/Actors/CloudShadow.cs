using System.Numerics;
using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Actors;

/// <summary>Shadows of clouds that cross the picture with wide soft edges. Vectorised.</summary>
internal sealed class CloudShadow : ISceneActor
{
    private const int One = 256;

    private readonly byte[] _light; // what remains of a level, by place along the shadows' way, repeated
    private readonly int _length;
    private readonly double _speed;
    private readonly double _slant;

    /// <param name="random">Decides the shadows.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="depth">How much light the deepest takes, 0..1.</param>
    public CloudShadow(SeededRandom random, int width, double depth)
    {
        (_length, _speed, _slant) = (width * 5, width * random.Between(0.08, 0.4) * random.Sign(), random.Between(-0.8, 0.8));
        _light = new byte[_length + width];
        var seed = random.Whole(1, 1 << 20);
        for (var i = 0; i < _light.Length; i++)
        {
            // Clouds closed into a ring, so that the end meets the beginning.
            var turn = Math.Tau * (i % _length) / _length;
            var cloud = Scatter.Cloud((float)(2.2 * Math.Cos(turn)), (float)(2.2 * Math.Sin(turn)), seed);
            _light[i] = (byte)((One - 1) * (1 - (depth * Math.Clamp((cloud - 0.35) * 2.2, 0, 1))));
        }
    }

    /// <inheritdoc/>
    public void Paint(in SceneCanvas canvas, double seconds)
    {
        for (var y = 0; y < canvas.Height; y++)
        {
            var at = (int)Math.Floor((y * _slant) - (_speed * seconds)) % _length;
            Shade(canvas.Row(y), _light.AsSpan(at < 0 ? at + _length : at));
        }
    }

    private static void Shade(Span<byte> row, ReadOnlySpan<byte> light)
    {
        var i = 0;
        for (; i <= row.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(row[i..]), out var low, out var high);
            Vector.Widen(new Vector<byte>(light[i..]), out var lightLow, out var lightHigh);
            Vector.Narrow((low * (lightLow + Vector<ushort>.One)) >>> 8, (high * (lightHigh + Vector<ushort>.One)) >>> 8).CopyTo(row[i..]);
        }

        for (; i < row.Length; i++)
        {
            row[i] = (byte)((row[i] * (light[i] + 1)) >> 8);
        }
    }
}
