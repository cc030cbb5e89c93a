namespace Gateway.Edge.Perception.Png;

/// <summary>One packed row of a PNG picture: the byte that names its filter, then its values.</summary>
internal static class PngRow
{
    /// <summary>Adds each byte's prediction from its neighbours, as the row's first byte says.</summary>
    /// <exception cref="InvalidDataException">The filter is none of the five.</exception>
    public static void Unfilter(Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        var kind = row[0];
        for (var at = 1; at < row.Length; at++)
        {
            int left = at > step ? row[at - step] : 0;
            int corner = at > step ? above[at - step] : 0;
            int top = above[at];
            row[at] += (byte)(kind switch
            {
                0 => 0,
                1 => left,
                2 => top,
                3 => (left + top) / 2,
                4 => Nearest(left, top, corner),
                _ => throw new InvalidDataException($"The PNG picture uses an unknown filter ({kind})."),
            });
        }
    }

    /// <summary>A value of the row as it stands, not scaled; of 16 bits the upper 8.</summary>
    public static int Value(ReadOnlySpan<byte> values, int index, int depth) => depth switch
    {
        8 => values[index],
        16 => values[2 * index],
        _ => (values[index * depth / 8] >> (8 - depth - (index * depth % 8))) & ((1 << depth) - 1),
    };

    /// <summary>A. W. Paeth's predictor: the neighbour nearest to left + top - corner.</summary>
    private static int Nearest(int left, int top, int corner)
    {
        var guess = left + top - corner;
        var (fromLeft, fromTop, fromCorner) = (Math.Abs(guess - left), Math.Abs(guess - top), Math.Abs(guess - corner));
        if (fromLeft <= fromTop && fromLeft <= fromCorner)
        {
            return left;
        }

        return fromTop <= fromCorner ? top : corner;
    }
}
