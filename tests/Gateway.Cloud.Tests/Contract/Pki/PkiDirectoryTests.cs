using System.Security.Cryptography.X509Certificates;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Pki;
using Gateway.Cloud.Station.Commands;

namespace Gateway.Cloud.Tests.Contract.Pki;

[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class PkiDirectoryTests : IDisposable
{
    private static readonly string[] s_names = ["localhost", "127.0.0.1", "::1"];

    private readonly string _folder = Directory.CreateTempSubdirectory("pki-").FullName;
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    private PkiDirectory Pki => new(Path.Combine(_folder, "pki"), _time);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Certificates_carry_the_identities_that_the_access_list_knows()
    {
        await Pki.EnsureAsync("hongqiao", ["garden"], s_names, CancellationToken.None);

        Assert.Equal("CN=garden", Read(Pki.Gateway("garden")).Subject);
        Assert.Equal("CN=station:hongqiao", Read(Pki.Station).Subject);
        var broker = Read(Pki.Broker);
        Assert.All(s_names, name => Assert.True(broker.MatchesHostname(name)));
        Assert.False(broker.MatchesHostname("example.org"));
    }

    [Fact]
    public async Task Keys_are_readable_by_their_owner_only()
    {
        await Pki.EnsureAsync("hongqiao", ["garden"], s_names, CancellationToken.None);

        var keys = Directory.GetFiles(_folder, "*.key", SearchOption.AllDirectories);
        Assert.Equal(4, keys.Length);
        Assert.All(keys, key => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key)));
    }

    [Fact]
    public async Task Second_run_changes_nothing_and_a_new_compound_adds_its_own()
    {
        await Pki.EnsureAsync("hongqiao", ["garden"], s_names, CancellationToken.None);

        Assert.Empty(await Pki.EnsureAsync("hongqiao", ["garden"], s_names, CancellationToken.None));
        var written = await Pki.EnsureAsync("hongqiao", ["garden", "harbour"], s_names, CancellationToken.None);

        Assert.Equal([Pki.Gateway("harbour").Key, Pki.Gateway("harbour").Certificate], written);
    }

    [Fact]
    public async Task Certificates_near_their_end_are_renewed_under_the_same_authority()
    {
        await Pki.EnsureAsync("hongqiao", ["garden"], s_names, CancellationToken.None);
        var authority = Read(Pki.Authority).Thumbprint;

        _time.Advance(TimeSpan.FromDays(366));
        Assert.Empty(await Pki.EnsureAsync("hongqiao", ["garden"], s_names, CancellationToken.None));
        _time.Advance(TimeSpan.FromDays(2));
        var written = await Pki.EnsureAsync("hongqiao", ["garden"], s_names, CancellationToken.None);

        Assert.Equal(6, written.Count);
        Assert.Equal(authority, Read(Pki.Authority).Thumbprint);
    }

    [Fact]
    public async Task Lost_authority_renews_everything()
    {
        await Pki.EnsureAsync("hongqiao", ["garden"], s_names, CancellationToken.None);
        File.Delete(Pki.Authority.Key);

        Assert.Equal(8, (await Pki.EnsureAsync("hongqiao", ["garden"], s_names, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Damaged_certificate_is_made_new()
    {
        await Pki.EnsureAsync("hongqiao", ["garden"], s_names, CancellationToken.None);
        await File.WriteAllTextAsync(Pki.Station.Certificate, "-----BEGIN CERTIFICATE-----\nxx", CancellationToken.None);

        Assert.Equal([Pki.Station.Key, Pki.Station.Certificate], await Pki.EnsureAsync("hongqiao", ["garden"], s_names, CancellationToken.None));
    }

    [Theory]
    [InlineData("station:hongqiao")]
    [InlineData("../garden")]
    [InlineData("Garden")]
    [InlineData("+")]
    [InlineData("")]
    public async Task Compound_ids_that_could_take_another_role_are_refused(string compound)
    {
        var fault = await Assert.ThrowsAsync<ArgumentException>(() => Pki.EnsureAsync("hongqiao", [compound], s_names, CancellationToken.None));

        Assert.Contains("lower-case letters, digits and hyphens", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_creates_the_folder_and_names_what_it_wrote()
    {
        var output = new StringWriter();
        var result = PkiCommand.Create().Parse(["init", "--directory", Path.Combine(_folder, "pki"), "--station", "hongqiao", "--compound", "garden"]);
        result.InvocationConfiguration.Output = output;

        Assert.Equal(0, await result.InvokeAsync(cancellationToken: CancellationToken.None));

        Assert.Contains("gateway-garden.key", output.ToString(), StringComparison.Ordinal);
        Assert.True(File.Exists(Pki.Broker.Certificate));
    }

    private static X509Certificate2 Read(PkiFiles files) => X509Certificate2.CreateFromPemFile(files.Certificate, files.Key);
}
