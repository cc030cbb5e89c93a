namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>The components that may be things, at most <see cref="Most"/>: beyond that the strongest, by the sum of their differences.</summary>
internal sealed class BlobList
{
    /// <summary>Blobs of a frame.</summary>
    public const int Most = 512;

    private readonly Blob[] _blobs = new Blob[Most];
    private readonly int[] _weights = new int[Most];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The blobs, valid until the next <see cref="Fill"/>.</summary>
    public ReadOnlySpan<Blob> Blobs => _blobs.AsSpan(0, Count);

    /// <summary>Forgets them.</summary>
    public void Clear() => Count = 0;

    /// <summary>Takes the components that are large enough and whose box covers no more than <paramref name="mostBox"/> pixels.</summary>
    public void Fill(ComponentFinder components, int leastArea, long mostBox)
    {
        Clear();
        for (var run = 0; run < components.Count; run++)
        {
            if (components.IsRoot(run) && IsThing(components[run], leastArea, mostBox))
            {
                Add(components[run]);
            }
        }
    }

    private static bool IsThing(in Component component, int leastArea, long mostBox)
    {
        var (width, height) = (component.Right - component.Left + 1, component.Bottom - component.Top + 1);
        return component.Area >= leastArea && width >= 2 && height >= 2 && (long)width * height <= mostBox;
    }

    private void Add(in Component component)
    {
        if (Count < Most)
        {
            Sift(Count++, component);
            return;
        }

        if (component.Weight > _weights[0])
        {
            SinkRoot(component);
        }
    }

    // A heap with the weakest at the root: beyond the bound a stronger one replaces it.
    private void Sift(int at, in Component component)
    {
        while (at > 0 && _weights[(at - 1) / 2] > component.Weight)
        {
            Move((at - 1) / 2, at);
            at = (at - 1) / 2;
        }

        (_weights[at], _blobs[at]) = (component.Weight, component.ToBlob());
    }

    private void SinkRoot(in Component component)
    {
        var at = 0;
        for (var child = 1; child < Most; child = (2 * at) + 1)
        {
            child += child + 1 < Most && _weights[child + 1] < _weights[child] ? 1 : 0;
            if (_weights[child] >= component.Weight)
            {
                break;
            }

            Move(child, at);
            at = child;
        }

        (_weights[at], _blobs[at]) = (component.Weight, component.ToBlob());
    }

    private void Move(int from, int to) => (_weights[to], _blobs[to]) = (_weights[from], _blobs[from]);
}
