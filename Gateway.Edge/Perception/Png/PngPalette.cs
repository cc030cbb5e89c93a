namespace Gateway.Edge.Perception.Png;

/// <summary>The colours that a PNG picture names by number, and how far each covers what lies below it. For one picture.</summary>
internal sealed class PngPalette
{
    private byte[] _colours = [];
    private byte[] _covers = [];

    /// <summary>Takes the chunks that are about it (PLTE and tRNS); others are nothing to it.</summary>
    public void Take(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        if (type.SequenceEqual("PLTE"u8))
        {
            _colours = data.ToArray();
        }
        else if (type.SequenceEqual("tRNS"u8))
        {
            _covers = data.ToArray();
        }
    }

    /// <summary>Writes a colour as it looks on white.</summary>
    /// <exception cref="InvalidDataException">The palette has no such colour.</exception>
    public void Colour(int index, Span<byte> bgr)
    {
        var at = 3 * index;
        if (at + 2 >= _colours.Length)
        {
            throw new InvalidDataException("The PNG picture names a colour that its palette lacks.");
        }

        int cover = index < _covers.Length ? _covers[index] : 255;
        (bgr[2], bgr[1], bgr[0]) = (OnWhite(_colours[at], cover), OnWhite(_colours[at + 1], cover), OnWhite(_colours[at + 2], cover));
    }

    /// <summary>A value of 0 to 255 as it looks on white when it covers so much of it, 0 to 255.</summary>
    public static byte OnWhite(int value, int cover) => (byte)(255 - ((255 - value) * cover / 255));
}
