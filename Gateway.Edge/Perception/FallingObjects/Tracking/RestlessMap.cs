using Gateway.Edge.Perception.FallingObjects.Motion;

namespace Gateway.Edge.Perception.FallingObjects.Tracking;

/// <summary>
/// How often something moves in each part of the picture: trees, flags, roads and screens move all the time, a facade hardly ever. So the
/// part of the picture in which a fall may begin is found by itself. Not thread-safe; allocates nothing per frame.
/// </summary>
internal sealed class RestlessMap
{
    /// <summary>Side of a cell, pixels of a picture of 720 rows.</summary>
    private const double Cell = 24;

    /// <summary>Frames over which the share is taken, less while there have been fewer.</summary>
    private const int Memory = 250;
    private const int Fewest = 25;

    private readonly double _side;
    private readonly int _columns;
    private readonly int _rows;
    private readonly float[] _shares;
    private readonly float[] _sorted;
    private readonly bool[] _hit;
    private long _frames;

    public RestlessMap(int width, int height)
    {
        _side = Math.Max(4, Cell * height / 720);
        (_columns, _rows) = ((int)(width / _side) + 1, (int)(height / _side) + 1);
        (_shares, _sorted, _hit) = (new float[_columns * _rows], new float[_columns * _rows], new bool[_columns * _rows]);
    }

    /// <summary>The median over the picture: rain and snow make all of it restless alike.</summary>
    public float Usual { get; private set; }

    /// <summary>Whether it has seen enough to know.</summary>
    public bool Knows => _frames >= Fewest;

    /// <summary>Takes a frame's blobs.</summary>
    public void Add(ReadOnlySpan<Blob> blobs)
    {
        Array.Clear(_hit);
        foreach (ref readonly var blob in blobs)
        {
            _hit[IndexOf(blob.X, blob.Y)] = true;
        }

        _frames++;
        var weight = 1f / Math.Clamp(_frames, Fewest, Memory);
        for (var i = 0; i < _shares.Length; i++)
        {
            _shares[i] += ((_hit[i] ? 1 : 0) - _shares[i]) * weight;
        }

        if (_frames % Fewest == 0)
        {
            _shares.CopyTo(_sorted, 0);
            _sorted.AsSpan().Sort();
            Usual = _sorted[_sorted.Length / 2];
        }
    }

    /// <summary>Share of the frames of late with something moving there or right beside, 0..1.</summary>
    public float At(double x, double y)
    {
        var (column, row) = ((int)(x / _side), (int)(y / _side));
        var most = 0f;
        for (var dy = -1; dy <= 1; dy++)
        {
            for (var dx = -1; dx <= 1; dx++)
            {
                if (column + dx >= 0 && column + dx < _columns && row + dy >= 0 && row + dy < _rows)
                {
                    most = Math.Max(most, _shares[((row + dy) * _columns) + column + dx]);
                }
            }
        }

        return most;
    }

    public void Clear()
    {
        Array.Clear(_shares);
        (_frames, Usual) = (0, 0);
    }

    private int IndexOf(double x, double y) =>
        (Math.Clamp((int)(y / _side), 0, _rows - 1) * _columns) + Math.Clamp((int)(x / _side), 0, _columns - 1);
}
