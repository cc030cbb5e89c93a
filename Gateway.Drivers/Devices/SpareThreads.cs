namespace Gateway.Drivers.Devices;

/// <summary>
/// A driver that blocks costs its own thread. On a box of few cores the pool would then let everyone else wait, because it adds a thread
/// only once or twice a second; with some to spare nobody notices.
/// </summary>
internal static class SpareThreads
{
    private const int Fewest = 32;

    public static void Ensure()
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        if (workers < Fewest)
        {
            ThreadPool.SetMinThreads(Fewest, completions);
        }
    }
}
