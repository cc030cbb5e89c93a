namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>
/// How much each pixel of a row may differ beyond its threshold: in restless cells more, so that a leaf does not stand out where it has
/// not been seen before, and along edges while the frame lies between two pixels. Not thread-safe.
/// </summary>
internal sealed class Tolerances(RestlessCells restless, Background background)
{
    /// <summary>Added where something moves in every frame, levels.</summary>
    public const int MostRestless = 128;

    private readonly byte[] _cells = new byte[background.Stride];
    private readonly byte[] _row = new byte[background.Stride];
    private int _cellRow;

    /// <summary>Begins a frame.</summary>
    public void Start() => _cellRow = -1;

    /// <summary>The tolerances of a row from a word on.</summary>
    public ReadOnlySpan<byte> Row(int row, int first, int words, FrameShift shift)
    {
        if (row / restless.Cell != _cellRow)
        {
            FillCells(_cellRow = row / restless.Cell);
        }

        var (start, length) = (first * WatchedArea.WordPixels, words * WatchedArea.WordPixels);
        var cells = _cells.AsSpan(start, length);
        if ((shift.EighthsX | shift.EighthsY) == 0 || !background.HasSlopes(row))
        {
            return cells;
        }

        var target = _row.AsSpan(start, length);
        background.Slopes(row, start, shift, cells, target);
        return target;
    }

    private void FillCells(int row)
    {
        var rates = restless.Row(row);
        for (var cell = 0; cell < rates.Length; cell++)
        {
            var start = cell * restless.Cell;
            _cells.AsSpan(start, Math.Min(restless.Cell, _cells.Length - start)).Fill((byte)(MostRestless * rates[cell]));
        }
    }
}
