namespace EdgeGateway.Testing;

/// <summary>What code allocates when it is warm.</summary>
internal static class Allocations
{
    private const int Tries = 5;

    /// <summary>
    /// Bytes that a stretch of code allocates on this thread, the least of five goes: what allocates each time does so in all of them, whereas the
    /// runtime allocates a little of its own once in a while, when it compiles what has become hot.
    /// </summary>
    public static long Least(Action code)
    {
        var least = long.MaxValue;
        for (var i = 0; i < Tries && least > 0; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            code();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
