using System.Globalization;

namespace EdgeGateway.Benchmarks;

/// <summary>One line per measured ratio: name, ratio, target, verdict; the same shape for every benchmark.</summary>
internal static class Result
{
    /// <summary>Prints a ratio that must not exceed its target; true when it holds.</summary>
    public static bool AtMost(string name, double ratio, double target) => Print(name, ratio, "<=", target, ratio <= target);

    /// <summary>Prints a ratio that must stay below its target; true when it holds.</summary>
    public static bool Below(string name, double ratio, double target) => Print(name, ratio, "<", target, ratio < target);

    /// <summary>Prints a ratio that must reach its target; true when it holds.</summary>
    public static bool AtLeast(string name, double ratio, double target) => Print(name, ratio, ">=", target, ratio >= target);

    /// <summary>Prints a figure without a target.</summary>
    public static void Note(string name, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-44}{value,10:0.000} {unit}"));

    private static bool Print(string name, double ratio, string relation, double target, bool holds)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,-46}{ratio,10:0.000}  target {relation} {target:0.00}  {(holds ? "ok" : "MISSED")}"));
        return holds;
    }
}
