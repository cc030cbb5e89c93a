namespace Gateway.Drivers.Buses.Video.Pictures;

/// <summary>A copy of the next frame for whoever asks; costs nothing while nobody does. Frames come from one thread, questions from any.</summary>
internal sealed class StillTap
{
    private TaskCompletionSource<BgrImage>? _asked;

    /// <summary>Waits for the next frame. All who wait get the same picture, which nobody changes any more.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public Task<BgrImage> NextAsync(CancellationToken cancellationToken)
    {
        var mine = new TaskCompletionSource<BgrImage>(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = Interlocked.CompareExchange(ref _asked, mine, comparand: null) ?? mine;
        return asked.Task.WaitAsync(cancellationToken);
    }

    /// <summary>A frame has come.</summary>
    public void Offer(BgrImage image)
    {
        if (Volatile.Read(ref _asked) is not null)
        {
            Interlocked.Exchange(ref _asked, null)?.SetResult(new BgrImage(image.Span.ToArray(), image.Width, image.Height));
        }
    }

    /// <summary>The same for a grey frame, row by row without gaps.</summary>
    public void Offer(ReadOnlySpan<byte> luma, int width, int height)
    {
        if (Volatile.Read(ref _asked) is null)
        {
            return;
        }

        var pixels = new byte[width * height * 3];
        for (var i = 0; i < width * height; i++)
        {
            pixels.AsSpan(i * 3, 3).Fill(luma[i]);
        }

        Interlocked.Exchange(ref _asked, null)?.SetResult(new BgrImage(pixels, width, height));
    }
}
