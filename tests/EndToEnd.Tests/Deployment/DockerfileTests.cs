using System.Text.Json;
using System.Xml.Linq;
using EdgeGateway.Testing;

namespace EndToEnd.Tests.Deployment;

/// <summary>No container engine is at hand where this is built, so what the image is made from is checked piece by piece.</summary>
public sealed class DockerfileTests(PortablePublish publish) : IClassFixture<PortablePublish>
{
    private static readonly Dockerfile s_file = Dockerfile.Parse(Read("Dockerfile.arm64"));
    private static readonly DockerIgnore s_ignore = new(Read(".dockerignore"));

    [Fact]
    public void Every_copied_path_is_in_the_build_context()
    {
        var copied = s_file.Stages.SelectMany(stage => stage.Named("COPY")).Where(copy => copy.Flag("from") is null).SelectMany(copy => copy.Sources).ToList();

        Assert.NotEmpty(copied);
        Assert.All(copied, source =>
        {
            Assert.True(Path.Exists(Path.Combine(TestData.RepositoryRoot, source)), $"{source} is not in the repository.");
            Assert.False(s_ignore.Ignores(source), $"{source} is kept from the builder by .dockerignore.");
        });
    }

    [Fact]
    public void Every_path_taken_from_a_stage_is_made_by_an_earlier_one()
    {
        for (var index = 0; index < s_file.Stages.Count; index++)
        {
            foreach (var copy in s_file.Stages[index].Named("COPY").Where(copy => copy.Flag("from") is not null))
            {
                var stage = s_file.Stages.Take(index).SingleOrDefault(earlier => earlier.Name == copy.Flag("from"));

                Assert.True(stage is not null, $"No earlier stage is named '{copy.Flag("from")}'.");
                Assert.All(copy.Sources, source => Assert.True(stage.Produces(source), $"Stage '{stage.Name}' does not make {source}."));
            }
        }
    }

    [Fact]
    public void Every_project_that_the_gateway_needs_is_copied_with_its_lock_file()
    {
        var copied = Stage("build").Named("COPY").SelectMany(copy => copy.Sources).ToHashSet(StringComparer.Ordinal);

        Assert.All(ProjectFolders("Gateway.Edge/Gateway.Edge.csproj"), folder =>
        {
            Assert.Contains(folder, copied);
            Assert.False(s_ignore.Ignores(folder + "/packages.lock.json"));
        });
    }

    [Fact]
    public void Everything_that_steers_the_build_is_copied()
    {
        var copied = Stage("build").Named("COPY").SelectMany(copy => copy.Sources);
        string[] steering = ["global.json", "Directory.Build.props", "Directory.Packages.props", ".editorconfig", "BannedSymbols.txt"];

        Assert.Empty(steering.Except(copied, StringComparer.Ordinal));
        Assert.False(File.Exists(Path.Combine(TestData.RepositoryRoot, "Directory.Build.targets")), "Copy Directory.Build.targets too.");
    }

    [Fact]
    public void The_sdk_is_the_one_that_global_json_names_and_the_runtime_is_its_family()
    {
        using var global = JsonDocument.Parse(Read("global.json"));
        var version = global.RootElement.GetProperty("sdk").GetProperty("version").GetString()!;
        var framework = XDocument.Parse(Read("Directory.Build.props")).Descendants("TargetFramework").Single().Value;

        Assert.EndsWith("/sdk:" + version, Stage("build").Image, StringComparison.Ordinal);
        Assert.EndsWith("/aspnet:" + framework["net".Length..], Stage("dotnet").Image, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_base_image_has_a_version()
    {
        Assert.All(s_file.Stages, stage => Assert.Matches(@":\d+\.\d+", stage.Image));
    }

    [Fact]
    public void Packages_come_as_the_lock_files_pin_them_and_run_no_scripts()
    {
        Assert.Contains("npm ci --ignore-scripts", Stage("packages").Commands, StringComparison.Ordinal);
        Assert.Contains("package-lock.json", Stage("packages").Named("COPY").SelectMany(copy => copy.Sources), StringComparer.Ordinal);
        Assert.Contains("--locked-mode", Stage("build").Commands, StringComparison.Ordinal);
    }

    [Fact]
    public void The_gateway_does_not_run_as_root()
    {
        var user = Assert.Single(s_file.Final.Named("USER")).Arguments.Split(':')[0];

        Assert.False(user is "root" or "0", $"The image runs as {user}.");
        var order = s_file.Final.Instructions.Select(instruction => instruction.Name).ToList();
        Assert.True(order.LastIndexOf("RUN") < order.IndexOf("USER"), "No command may run after the user was given up.");
    }

    [Fact]
    public void The_image_declares_its_volume_and_its_health()
    {
        Assert.Contains("/var/lib/edgegateway", Assert.Single(s_file.Final.Named("VOLUME")).Arguments, StringComparison.Ordinal);
        Assert.Single(s_file.Final.Named("HEALTHCHECK"));
    }

    [Theory]
    [InlineData("ffmpeg")]
    [InlineData("libmodbus5")]
    [InlineData("libmosquitto1")]
    [InlineData("libturbojpeg0")]
    [InlineData("libicu72")]
    public void Debian_packages_that_the_gateway_loads_are_installed(string package) =>
        Assert.Contains($" {package} ", s_file.Final.Commands, StringComparison.Ordinal);

    [Theory]
    [InlineData(".state/gateway/data/keys/portraits.key")]
    [InlineData("Gateway.Edge/secret.pem")]
    [InlineData("Gateway.Edge/bin/Release/net10.0/Gateway.Edge.dll")]
    [InlineData(".git/config")]
    public void State_keys_and_build_output_stay_out_of_the_context(string path) => Assert.True(s_ignore.Ignores(path));

    [Theory]
    [InlineData("libonnxruntime.so")]
    [InlineData("libe_sqlite3.so")]
    public void Native_libraries_are_in_the_publish_for_the_box(string library) =>
        Assert.True(File.Exists(Path.Combine(Natives("linux-arm64"), library)), $"{library} is missing in {Natives("linux-arm64")}.");

    [Fact]
    public void Every_native_library_for_the_box_is_AArch64()
    {
        var libraries = Directory.GetFiles(Natives("linux-arm64"), "*.so*");

        Assert.NotEmpty(libraries);
        Assert.All(libraries, library => Assert.Equal(ElfMachine.AArch64, ElfMachine.Of(library)));
        Assert.All(Directory.GetFiles(Natives("linux-x64"), "*.so*"), library => Assert.Equal(ElfMachine.X64, ElfMachine.Of(library)));
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(TestData.RepositoryRoot, file));

    private static DockerStage Stage(string name) => s_file.Stages.Single(stage => stage.Name == name);

    private string Natives(string runtime) => Path.Combine(publish.Folder, "runtimes", runtime, "native");

    private static HashSet<string> ProjectFolders(string project)
    {
        var found = new HashSet<string>(StringComparer.Ordinal) { Path.GetDirectoryName(project)! };
        foreach (var reference in XDocument.Parse(Read(project)).Descendants("ProjectReference"))
        {
            var path = Path.GetFullPath(Path.Combine(TestData.RepositoryRoot, Path.GetDirectoryName(project)!, reference.Attribute("Include")!.Value));
            found.UnionWith(ProjectFolders(Path.GetRelativePath(TestData.RepositoryRoot, path)));
        }

        return found;
    }
}
