namespace Gateway.Edge.Passages.Vehicles;

/// <summary>
/// The last pictures of vehicles at barriers, in memory alone: what is kept on record is kept by the journal. Safe for use by several
/// threads.
/// </summary>
internal sealed class LanePictures
{
    /// <summary>Enough for every vehicle that screens show; the oldest make room.</summary>
    public const int Most = 48;

    /// <summary>A larger picture is not held: 1280 px wide they stay far below.</summary>
    public const int LargestBytes = 1 << 20;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _pictures = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Holds a JPEG; its id, null for one that is empty or too large.</summary>
    public string? Add(ReadOnlyMemory<byte> jpeg)
    {
        if (jpeg.IsEmpty || jpeg.Length > LargestBytes)
        {
            return null;
        }

        var id = Guid.NewGuid().ToString("N");
        lock (_gate)
        {
            _pictures.Add(id, jpeg);
            _order.Enqueue(id);
            if (_order.Count > Most)
            {
                _pictures.Remove(_order.Dequeue());
            }
        }

        return id;
    }

    /// <summary>A JPEG by its id; null where it has made room.</summary>
    public ReadOnlyMemory<byte>? Find(string id)
    {
        lock (_gate)
        {
            return _pictures.TryGetValue(id, out var jpeg) ? jpeg : default(ReadOnlyMemory<byte>?);
        }
    }
}
