namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>Fetches a row of the background from a shifted frame. What lies beside the frame is taken to look like the background.</summary>
internal sealed class ShiftedRow(int width, int height)
{
    /// <summary>Whether a row lies inside of the frame.</summary>
    public bool Holds(int row, FrameShift shift) => row + shift.Y >= 0 && row + shift.Y < height;

    /// <summary>Fetches a row that the frame holds.</summary>
    public void Fetch(ReadOnlySpan<byte> luma, int row, FrameShift shift, ReadOnlySpan<byte> levels, Span<byte> target)
    {
        var source = luma.Slice((row + shift.Y) * width, width);
        if (shift.X >= 0)
        {
            source[shift.X..].CopyTo(target);
            levels.Slice(width - shift.X, shift.X).CopyTo(target[(width - shift.X)..]);
        }
        else
        {
            source[..(width + shift.X)].CopyTo(target[-shift.X..]);
            levels[..-shift.X].CopyTo(target);
        }
    }
}
