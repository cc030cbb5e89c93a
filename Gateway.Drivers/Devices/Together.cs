namespace Gateway.Drivers.Devices;

/// <summary>Loops that make up one device: they run side by side, and the end of one, a fault as a rule, is the end of all.</summary>
internal static class Together
{
    /// <summary>Runs until the first part ends or fails, then ends the others and waits for them.</summary>
    /// <param name="stop">What every part listens to.</param>
    /// <param name="parts">The parts, running.</param>
    public static async Task RunAsync(CancellationTokenSource stop, IReadOnlyCollection<Task> parts)
    {
        try
        {
            await await Task.WhenAny(parts);
        }
        finally
        {
            await EndAsync(stop, parts);
        }
    }

    /// <summary>Ends every part and waits for it. What a part throws then is of no more interest: the first fault is the one that counts.</summary>
    public static async Task EndAsync(CancellationTokenSource stop, IReadOnlyCollection<Task> parts)
    {
        await stop.CancelAsync();
        await Task.WhenAll(parts).ContinueWith(
            static parts => _ = parts.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }
}
