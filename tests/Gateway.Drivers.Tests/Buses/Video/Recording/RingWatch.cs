namespace Gateway.Drivers.Tests.Buses.Video.Recording;

/// <summary>Waits for files to come into a ring's folder.</summary>
internal static class RingWatch
{
    /// <summary>Returns once the folder holds so many closed files.</summary>
    public static async Task GrownAsync(string folder, int files)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(40));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!Directory.Exists(folder) || Directory.GetFiles(folder, "seg-*.ts").Length < files)
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }
}
