using System.Globalization;

namespace EdgeGateway.Benchmarks.Footprint;

/// <summary>Resident memory as the kernel counts it (<c>VmRSS</c> in <c>/proc/{id}/status</c>), in MiB. An ended process counts as zero.</summary>
internal static class ResidentMemory
{
    public static double OfProcess(int id) => Field(id, "VmRSS:") / 1024.0;

    /// <summary>The process with all its descendants; pages that they share are counted for each.</summary>
    public static double WithChildren(int id)
    {
        var parents = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var process) ? process : 0)
            .Where(process => process > 0)
            .Select(process => (Process: process, Parent: (int)Field(process, "PPid:")))
            .ToLookup(entry => entry.Parent, entry => entry.Process);
        return Sum(id, parents);
    }

    private static double Sum(int id, ILookup<int, int> children) => OfProcess(id) + children[id].Sum(child => Sum(child, children));

    private static long Field(int id, string name)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
            var number = line?[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim();
            return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
        }
        catch (IOException)
        {
            // It ended between the listing and the reading.
            return 0;
        }
    }
}
