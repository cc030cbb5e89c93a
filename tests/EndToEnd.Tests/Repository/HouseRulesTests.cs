using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace EndToEnd.Tests.Repository;

/// <summary>Rules about the tree itself that no compiler checks.</summary>
public sealed partial class HouseRulesTests
{
    private const int MostLines = 500;
    private const int MostProgramLines = 40;

    /// <summary>Who may reference whom; what is not listed is refused.</summary>
    private static readonly Dictionary<string, string[]> s_arrows = new(StringComparer.Ordinal)
    {
        ["Gateway.Cloud.Contract"] = [],
        ["Gateway.Drivers"] = [],
        ["Gateway.Edge"] = ["Gateway.Drivers", "Gateway.Cloud.Contract", "Microsoft.ML.OnnxRuntime"],
        ["Gateway.Cloud.Station"] = ["Gateway.Cloud.Contract"],
        ["Microsoft.ML.OnnxRuntime"] = [],
    };

    private static readonly string[] s_written = [".cs", ".razor", ".js", ".mjs", ".css", ".sh", ".py", ".sql"];

    private static readonly string[] s_text =
    [
        .. s_written, ".md", ".json", ".csproj", ".props", ".targets", ".sln", ".yaml", ".yml", ".conf", ".template", ".service", ".arm64", ".txt", "",
    ];

    [Fact]
    public void No_source_file_is_longer_than_500_lines()
    {
        var tooLong = SourceTree.WithExtension(s_written)
            .Select(file => (file, lines: File.ReadLines(Path.Combine(SourceTree.Root, file)).Count()))
            .Where(entry => entry.lines > MostLines)
            .Select(entry => $"{entry.file}: {entry.lines} lines");

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Programs_only_compose()
    {
        var programs = SourceTree.Files.Where(file => Path.GetFileName(file) is "Program.cs").ToList();

        Assert.NotEmpty(programs);
        Assert.All(programs, file => Assert.InRange(SourceTree.Read(file).Split('\n').Length, 1, MostProgramLines));
    }

    [Fact]
    public void Projects_reference_only_what_the_blueprint_allows()
    {
        var projects = SourceTree.WithExtension(".csproj").Where(file => !file.StartsWith("tests/", StringComparison.Ordinal)).ToList();

        Assert.Equal(s_arrows.Keys.Order(StringComparer.Ordinal), projects.Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
        foreach (var project in projects)
        {
            Assert.Empty(References(project).Except(s_arrows[Path.GetFileNameWithoutExtension(project)], StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Tests_lie_where_the_source_they_mirror_lies()
    {
        (string Tests, string[] Sources)[] mirrors =
        [
            ("tests/Gateway.Drivers.Tests/", ["Gateway.Drivers/"]),
            ("tests/Gateway.Edge.Tests/", ["Gateway.Edge/"]),
            ("tests/Gateway.Cloud.Tests/Contract/", ["Gateway.Cloud/Contract/"]),
            ("tests/Gateway.Cloud.Tests/Station/", ["Gateway.Cloud/Station/"]),
        ];
        var strays =
            from mirror in mirrors
            from folder in FoldersWithTests(mirror.Tests)
            where !mirror.Sources.Any(source => Directory.Exists(Path.Combine(SourceTree.Root, source, folder)))
            select mirror.Tests + folder;

        Assert.Empty(strays);
    }

    [Fact]
    public void Every_project_has_a_lock_file()
    {
        var without = SourceTree.WithExtension(".csproj")
            .Where(project => !SourceTree.Files.Contains($"{Path.GetDirectoryName(project)}/packages.lock.json", StringComparer.Ordinal));

        Assert.Empty(without);
        Assert.Contains("package-lock.json", SourceTree.Files, StringComparer.Ordinal);
    }

    [Fact]
    public void Npm_versions_are_exact()
    {
        using var package = JsonDocument.Parse(SourceTree.Read("package.json"));
        var versions = new[] { "dependencies", "devDependencies" }
            .SelectMany(section => package.RootElement.GetProperty(section).EnumerateObject())
            .ToList();

        Assert.NotEmpty(versions);
        Assert.All(versions, version => Assert.Matches(ExactVersion(), version.Value.GetString()!));
    }

    [Fact]
    public void Nuget_versions_are_exact_and_kept_in_one_place()
    {
        var pins = XDocument.Parse(SourceTree.Read("Directory.Packages.props")).Descendants("PackageVersion").ToList();

        Assert.NotEmpty(pins);
        Assert.All(pins, pin => Assert.Matches(ExactVersion(), pin.Attribute("Version")!.Value));
        foreach (var project in SourceTree.WithExtension(".csproj"))
        {
            Assert.DoesNotContain(XDocument.Parse(SourceTree.Read(project)).Descendants("PackageReference"), reference => reference.Attribute("Version") is not null);
        }
    }

    [Fact]
    public void Lock_files_name_no_registry()
    {
        var locks = SourceTree.Files.Where(file => Path.GetFileName(file) is "package-lock.json" or "packages.lock.json").ToList();

        Assert.NotEmpty(locks);
        Assert.All(locks, file => Assert.DoesNotMatch(ResolvedAddress(), SourceTree.Read(file)));
    }

    [Fact]
    public void Nothing_names_a_path_of_one_machine()
    {
        var naming = SourceTree.WithExtension(s_text)
            .Where(file => !file.EndsWith(nameof(HouseRulesTests) + ".cs", StringComparison.Ordinal) && MachinePath().IsMatch(SourceTree.Read(file)));

        Assert.Empty(naming);
    }

    [Fact]
    public void Nothing_carries_a_private_key()
    {
        var carrying = SourceTree.WithExtension([.. s_text, ".pem", ".key"])
            .Where(file => PrivateKey().IsMatch(SourceTree.Read(file)));

        Assert.Empty(carrying);
    }

    private static IEnumerable<string> References(string project) =>
        XDocument.Parse(SourceTree.Read(project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static IEnumerable<string> FoldersWithTests(string root) =>
        SourceTree.Files
            .Where(file => file.StartsWith(root, StringComparison.Ordinal) && file.EndsWith("Tests.cs", StringComparison.Ordinal))
            .Select(file => Path.GetDirectoryName(file[root.Length..])!)
            .Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.]+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ExactVersion();

    [GeneratedRegex("\"resolved\": *\"https?:", RegexOptions.None, 1000)]
    private static partial Regex ResolvedAddress();

    [GeneratedRegex(@"(?<![\w.}])/(work|root)/|/home/[a-z]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"-----BEGIN ([A-Z]+ )?PRIVATE KEY-----\s+[A-Za-z0-9+/=]{40}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PrivateKey();
}
