using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Actors;

/// <summary>A tree at one side of the picture, whose boughs sway and whose leaves tremble.</summary>
internal sealed class Tree : ISceneActor
{
    private const int Bough = 24; // rows that move together

    private readonly byte[] _leaves;
    private readonly byte[] _alpha;
    private readonly int _left;
    private readonly int _top;
    private readonly int _width;
    private readonly int _height;
    private readonly double _sway;
    private readonly double _hertz;
    private readonly int _seed;

    /// <param name="random">Decides its leaves.</param>
    /// <param name="left">Its box, pixels; it may reach out of the picture.</param>
    /// <param name="top">Its box, pixels.</param>
    /// <param name="width">Its box, pixels.</param>
    /// <param name="height">Its box, pixels.</param>
    /// <param name="leaf">Size of a leaf, pixels.</param>
    /// <param name="sway">How far the top moves, pixels.</param>
    public Tree(SeededRandom random, int left, int top, int width, int height, double leaf, double sway)
    {
        (_left, _top, _width, _height, _sway) = (left, top, width, height, sway);
        (_leaves, _alpha) = (new byte[width * height], new byte[width * height]);
        (_hertz, _seed) = (random.Between(0.2, 0.7), random.Whole(1, 1 << 20));
        for (var count = (int)(width * height / (leaf * leaf * 1.6)); count > 0; count--)
        {
            // Crowded in the middle of the crown and loose at its edge.
            var (angle, far) = (random.Between(0, Math.Tau), Math.Pow(random.Unit(), 0.6));
            var lobe = 0.72 + (0.28 * Scatter.Wander(angle, 0.5, _seed));
            var x = (width / 2.0) + (far * lobe * Math.Cos(angle) * width / 2);
            var y = (height / 2.0) + (far * lobe * Math.Sin(angle) * height / 2);
            Leaf(x, y, leaf * random.Between(0.5, 1.3), random.Between(18, 60) + (random.Chance(0.2) ? 50 : 0));
        }
    }

    /// <inheritdoc/>
    public void Paint(in SceneCanvas canvas, double seconds)
    {
        for (var y = Math.Max(0, -_top); y < Math.Min(_height, canvas.Height - _top); y++)
        {
            var bough = y / Bough;
            var reach = _sway * (1 - (0.6 * y / _height));
            var move = (reach * Scatter.Wander(seconds - (0.002 * y), _hertz, _seed))
                + (0.35 * reach * Scatter.Wander(seconds, _hertz * 4, _seed + bough));
            var left = _left + (int)Math.Round(move + canvas.ShakeX);
            var row = Math.Clamp(_top + y + (int)Math.Round(canvas.ShakeY), 0, canvas.Height - 1);
            Lay(canvas, canvas.Row(row), left, y * _width);
        }
    }

    private void Lay(in SceneCanvas canvas, Span<byte> row, int left, int from)
    {
        var gain = (int)(canvas.Gain * 256);
        for (var x = Math.Max(0, -left); x < Math.Min(_width, row.Length - left); x++)
        {
            var alpha = _alpha[from + x];
            if (alpha != 0)
            {
                ref var pixel = ref row[left + x];
                pixel = (byte)(pixel + (((((_leaves[from + x] * gain) >> 8) - pixel) * alpha) >> 8));
            }
        }
    }

    private void Leaf(double x, double y, double radius, double level)
    {
        var (y0, y1) = SceneCanvas.Cut(y - radius, y + radius, _height);
        var (x0, x1) = SceneCanvas.Cut(x - radius, x + radius, _width);
        for (var row = y0; row < y1; row++)
        {
            for (var column = x0; column < x1; column++)
            {
                var cover = Math.Clamp(radius - double.Hypot(column + 0.5 - x, row + 0.5 - y) + 0.5, 0, 1);
                if (cover > 0.1)
                {
                    var at = (row * _width) + column;
                    (_leaves[at], _alpha[at]) = ((byte)level, (byte)Math.Max(_alpha[at], 250 * cover));
                }
            }
        }
    }
}
