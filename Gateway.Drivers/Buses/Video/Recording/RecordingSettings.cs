namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>A camera's ring of encoded video on disk. Nothing is encoded anew: the camera's own stream is copied.</summary>
public sealed record RecordingSettings
{
    /// <summary>A folder of this camera alone; made with mode 0700 where it is absent.</summary>
    public required string Folder { get; init; }

    /// <summary>Older video is removed; 30 s to 24 h. Default 5 min.</summary>
    public TimeSpan Keep { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The ring's files may take so many bytes, from 8 MiB on; pinned video counts but is never removed. Default 512 MiB.</summary>
    public long MaxBytes { get; init; } = 512L << 20;

    /// <summary>The ring gives way when the disk has fewer free bytes. Default 256 MiB.</summary>
    public long ReserveBytes { get; init; } = 256L << 20;

    /// <summary>Shortest length of one file, 1..30 s; each ends at the camera's next key frame. Default 2 s.</summary>
    public TimeSpan Segment { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Sound is kept too, as AAC. Default false: people talk at gates.</summary>
    public bool Audio { get; init; }

    /// <summary>A camera whose frames come but whose ring has not grown for so long is said not to record. Default 30 s.</summary>
    public TimeSpan QuietAfter { get; init; } = TimeSpan.FromSeconds(30);
}
