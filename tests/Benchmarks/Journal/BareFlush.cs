using System.Diagnostics;

namespace EdgeGateway.Benchmarks.Journal;

/// <summary>What the disk does by itself: append 500 bytes, fsync, again.</summary>
internal static class BareFlush
{
    private const int Bytes = 500;

    public static double Rate(string path, TimeSpan duration)
    {
        var block = new byte[Bytes];
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        var clock = Stopwatch.StartNew();
        var count = 0L;
        for (; clock.Elapsed < duration; count++)
        {
            RandomAccess.Write(file, block, count * Bytes);
            RandomAccess.FlushToDisk(file);
        }

        return count / clock.Elapsed.TotalSeconds;
    }
}
