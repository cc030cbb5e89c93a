namespace Gateway.Drivers.Buses.Video;

/// <summary>Copies a camera's next frame for whoever asked. Safe for several threads.</summary>
internal sealed class FrameTap : IFrameTap
{
    private TaskCompletionSource<CameraSnapshot>? _next; // set by askers, taken by the writer

    /// <inheritdoc/>
    public Task<CameraSnapshot> SnapshotAsync(CancellationToken cancellationToken)
    {
        var mine = new TaskCompletionSource<CameraSnapshot>(TaskCreationOptions.RunContinuationsAsynchronously);
        var shared = Interlocked.CompareExchange(ref _next, mine, null) ?? mine;
        return shared.Task.WaitAsync(cancellationToken);
    }

    /// <summary>A frame has arrived. Called by the writer, while the picture is still its own; one read of a field when nobody asked.</summary>
    public void Show(BgrImage image, long number, DateTimeOffset capturedAt)
    {
        if (Volatile.Read(ref _next) is not null && Interlocked.Exchange(ref _next, null) is { } asked)
        {
            asked.SetResult(new CameraSnapshot(new BgrImage(image.Span.ToArray(), image.Width, image.Height), number, capturedAt));
        }
    }
}
