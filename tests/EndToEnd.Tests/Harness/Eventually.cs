using System.Diagnostics;

namespace EndToEnd.Tests.Harness;

/// <summary>Waits for a state of the outside world that nobody announces, by asking again until a limit.</summary>
internal static class Eventually
{
    public static async Task<T> BecomesAsync<T>(Func<T> ask, Func<T, bool> wanted, TimeSpan limit, Func<T, string> describe, CancellationToken cancellationToken, TimeSpan? every = null)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var value = ask();
            if (wanted(value))
            {
                return value;
            }

            if (Stopwatch.GetElapsedTime(began) > limit)
            {
                throw new TimeoutException($"Not within {limit.TotalSeconds} s: {describe(value)}");
            }

            await Task.Delay(every ?? TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }
    }
}
