namespace EdgeGateway.Testing;

/// <summary>Guards tests that take minutes: they run under <c>./test.sh --full</c> alone.</summary>
internal static class FullRun
{
    /// <summary>Whether the long runs were asked for.</summary>
    public static bool Wanted { get; } = string.Equals(Environment.GetEnvironmentVariable("GATEWAY_FULL"), "1", StringComparison.Ordinal);

    /// <summary>Skips the calling test, and says so, unless the long runs were asked for.</summary>
    public static void Require()
    {
        if (!Wanted)
        {
            Xunit.Assert.Skip("SKIPPED: a long run. Use ./test.sh --full");
        }
    }
}
