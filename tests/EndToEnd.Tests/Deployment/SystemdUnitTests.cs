using EdgeGateway.Testing;

namespace EndToEnd.Tests.Deployment;

/// <summary>The units must keep a service that is taken over from reaching the rest of the machine.</summary>
public sealed class SystemdUnitTests
{
    private static readonly string s_folder = Path.Combine(TestData.RepositoryRoot, "deploy", "systemd");

    public static TheoryData<string> Units => [.. Directory.GetFiles(s_folder, "*.service").Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Units))]
    public void Every_unit_is_hardened_and_runs_as_a_user_of_its_own(string unit)
    {
        var settings = Settings(unit);

        Assert.Equal("yes", settings["NoNewPrivileges"]);
        Assert.Equal("strict", settings["ProtectSystem"]);
        Assert.Equal("yes", settings["ProtectHome"]);
        Assert.Equal("", settings["CapabilityBoundingSet"]);
        Assert.Equal("0077", settings["UMask"]);
        Assert.Equal("0700", settings["StateDirectoryMode"]);
        Assert.StartsWith("edge", settings["User"], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void Every_unit_comes_back_after_a_crash_however_often(string unit)
    {
        var settings = Settings(unit);

        Assert.Equal("always", settings["Restart"]);
        Assert.Equal("0", settings["StartLimitIntervalSec"]);
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void Every_unit_starts_an_assembly_that_this_repository_builds(string unit)
    {
        var assembly = Path.GetFileNameWithoutExtension(Settings(unit)["ExecStart"].Split(' ').Single(word => word.EndsWith(".dll", StringComparison.Ordinal)));

        Assert.Single(Directory.GetFiles(TestData.RepositoryRoot, assembly + ".csproj", SearchOption.AllDirectories));
    }

    private static Dictionary<string, string> Settings(string unit) => File.ReadLines(Path.Combine(s_folder, unit))
        .Where(line => line.Contains('=', StringComparison.Ordinal) && !line.StartsWith('#'))
        .Select(line => line.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
