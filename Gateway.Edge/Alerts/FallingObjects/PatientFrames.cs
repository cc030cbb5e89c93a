using Gateway.Drivers.Buses.Video;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>A source's frames for a reader that has something to do when none come. One reader at a time.</summary>
internal sealed class PatientFrames(ILumaSource frames, TimeProvider time)
{
    /// <summary>The next frame, however long that takes.</summary>
    /// <param name="silent">Done once where none has come for <see cref="StreamBreak.LongestGap"/>; what it throws is thrown.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<LumaFrame> NextAsync(Action silent, CancellationToken cancellationToken)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var frame = frames.ReadAsync(reading.Token);
        if (frame.IsCompleted)
        {
            return await frame;
        }

        var next = frame.AsTask();
        if (!await CameInTimeAsync(next, cancellationToken))
        {
            await DoAsync(silent, next, reading);
        }

        return await next;
    }

    private async Task<bool> CameInTimeAsync(Task next, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var late = Task.Delay(StreamBreak.LongestGap, time, enough.Token);
        var came = await Task.WhenAny(next, late) == next || cancellationToken.IsCancellationRequested;
        await enough.CancelAsync();
        return came;
    }

    // Whoever begins again after a fault must not find a second reader at the source.
    private static async Task DoAsync(Action silent, Task<LumaFrame> next, CancellationTokenSource reading)
    {
        try
        {
            silent();
        }
        catch
        {
            await reading.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (next.IsCompletedSuccessfully)
            {
                (await next).Dispose();
            }

            throw;
        }
    }
}
