namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>
/// How often something moves in each part of the picture: an exponential average over about <see cref="Memory"/> frames. Trees, flags
/// and roads come near 1, a facade stays near 0 for all that falls along it. Not thread-safe; allocates nothing after the start.
/// </summary>
internal sealed class RestlessCells
{
    /// <summary>Frames after which a change has been taken over by two thirds.</summary>
    public const int Memory = 64;

    // Cells of 16 pixels in a picture of 720 rows.
    private const int CellRows = 45;
    private const int LeastCell = 8;

    private readonly float[] _rates;
    private readonly bool[] _moved;

    public RestlessCells(int width, int height)
    {
        Cell = Math.Max(LeastCell, (height + (CellRows / 2)) / CellRows);
        Columns = (width + Cell - 1) / Cell;
        Rows = (height + Cell - 1) / Cell;
        _rates = new float[Columns * Rows];
        _moved = new bool[Columns * Rows];
    }

    /// <summary>Pixels of a cell's side.</summary>
    public int Cell { get; }

    /// <summary>Cells in a row.</summary>
    public int Columns { get; }

    /// <summary>Rows of cells.</summary>
    public int Rows { get; }

    /// <summary>The share of recent frames in which a blob lay in the cell of a point of the picture, 0..1; beyond its edge that of the nearest cell.</summary>
    public float At(float x, float y) =>
        _rates[(Math.Clamp((int)(y / Cell), 0, Rows - 1) * Columns) + Math.Clamp((int)(x / Cell), 0, Columns - 1)];

    /// <summary>The shares of a row of cells, from the left.</summary>
    public ReadOnlySpan<float> Row(int row) => _rates.AsSpan(row * Columns, Columns);

    /// <summary>Takes the blobs of a frame.</summary>
    public void Take(ReadOnlySpan<Blob> blobs)
    {
        Array.Clear(_moved);
        foreach (ref readonly var blob in blobs)
        {
            Mark(blob);
        }

        for (var cell = 0; cell < _rates.Length; cell++)
        {
            _rates[cell] += ((_moved[cell] ? 1f : 0f) - _rates[cell]) / Memory;
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Reset() => Array.Clear(_rates);

    /// <summary>Marks the cells under a blob's box, taken as centred on its centre of gravity.</summary>
    private void Mark(in Blob blob)
    {
        var (left, right) = (Column(blob.X - (blob.Width / 2f)), Column(blob.X + (blob.Width / 2f)));
        var (top, bottom) = (RowOf(blob.Y - (blob.Height / 2f)), RowOf(blob.Y + (blob.Height / 2f)));
        for (var row = top; row <= bottom; row++)
        {
            _moved.AsSpan((row * Columns) + left, right - left + 1).Fill(true);
        }
    }

    private int Column(float x) => Math.Clamp((int)(x / Cell), 0, Columns - 1);

    private int RowOf(float y) => Math.Clamp((int)(y / Cell), 0, Rows - 1);
}
