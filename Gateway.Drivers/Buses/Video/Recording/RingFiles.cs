namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>Files becoming segments: closed ones, those that a dead child left open, and those of an earlier run. Touches the disk.</summary>
internal sealed class RingFiles(RecordingSettings settings, TimeProvider clock)
{
    private int _serial; // owned by whoever takes files; sessions never overlap

    /// <summary>Everything in the folder that shows something; of an earlier run too.</summary>
    public IReadOnlyList<Segment> Scan() =>
        [.. new DirectoryInfo(settings.Folder).EnumerateFiles("*.ts").ToList().Select(Find).OfType<Segment>()];

    /// <summary>What a child of this session wrote last and had not closed when it ended.</summary>
    public IReadOnlyList<Segment> ScanUnclosed(string session) =>
        [.. new DirectoryInfo(settings.Folder).EnumerateFiles("*.ts")
            .Where(file => SegmentName.IsLiveOf(file.Name, session))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => TryAdopt(file, session))
            .OfType<Segment>()];

    /// <summary>A file that FFmpeg says it has closed; null where it holds no picture, in which case it is gone.</summary>
    /// <param name="line">FFmpeg's word.</param>
    /// <param name="offset">From the stream's time to ours.</param>
    /// <param name="session">Of the child.</param>
    /// <exception cref="IOException">The file cannot be read or renamed.</exception>
    public Segment? Take(SegmentLine line, TimeSpan offset, string session)
    {
        var file = new FileInfo(Path.Combine(settings.Folder, line.File));
        if (!file.Exists)
        {
            return null;
        }

        if (TransportStream.Read(file.FullName) is not { } stream)
        {
            RingFolder.TryDelete(file.FullName);
            return null;
        }

        var (start, end) = SegmentTimes.Of(line, stream);
        return Rename(file, stream, start + offset, end + offset, session);
    }

    private Segment? Find(FileInfo file)
    {
        if (SegmentName.TryRead(file.Name, out var start, out var length, out var codec))
        {
            var from = clock.MonotonicOf(start);
            return new Segment(file.FullName, codec, from, from + length, file.Length);
        }

        return SegmentName.IsLive(file.Name) ? TryAdopt(file, "old") : null;
    }

    /// <summary>One file that cannot be read must not cost the others.</summary>
    private Segment? TryAdopt(FileInfo file, string session)
    {
        try
        {
            return Adopt(file, session);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>An unclosed file ends when its last byte was written.</summary>
    private Segment? Adopt(FileInfo file, string session)
    {
        if (TransportStream.Read(file.FullName) is not { } stream)
        {
            RingFolder.TryDelete(file.FullName);
            return null;
        }

        var end = clock.MonotonicOf(new DateTimeOffset(file.LastWriteTimeUtc));
        return Rename(file, stream, end - stream.Duration, end, session);
    }

    private Segment Rename(FileInfo file, TransportStream stream, TimeSpan start, TimeSpan end, string session)
    {
        var bytes = file.Length;
        var path = Path.Combine(settings.Folder, SegmentName.Of(clock.WallOf(start), end - start, stream.Codec, session, _serial++));
        file.MoveTo(path, overwrite: true);
        return new Segment(path, stream.Codec, start, end, bytes);
    }
}
