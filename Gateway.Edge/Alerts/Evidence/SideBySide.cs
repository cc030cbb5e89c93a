using System.Threading.Channels;

namespace Gateway.Edge.Alerts.Evidence;

/// <summary>Works all that waits at once: cutting waits for the seconds after an alarm, and the cutter itself bounds what runs.</summary>
internal static class SideBySide
{
    /// <summary>Works what comes until stopped, then waits for what is in work.</summary>
    /// <param name="waiting">What comes; its writer bounds how much.</param>
    /// <param name="work">Works one; throws nothing.</param>
    /// <param name="stoppingToken">Stops.</param>
    public static async Task RunAsync<T>(ChannelReader<T> waiting, Func<T, Task> work, CancellationToken stoppingToken)
    {
        HashSet<Task> running = [];
        try
        {
            await foreach (var one in waiting.ReadAllAsync(stoppingToken))
            {
                running.RemoveWhere(task => task.IsCompleted);
                running.Add(Task.Run(() => work(one), CancellationToken.None));
            }
        }
        finally
        {
            await Task.WhenAll(running);
        }
    }
}
