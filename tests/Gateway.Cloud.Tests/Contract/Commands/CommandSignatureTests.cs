using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Commands;
using Gateway.Cloud.Contract.Pki;

namespace Gateway.Cloud.Tests.Contract.Commands;

/// <summary>Who may command a gateway: the station's own certificate and nobody else's, and only as signed.</summary>
public sealed class CommandSignatureTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private PkiDirectory _pki = null!;

    private DateTimeOffset Now => _time.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        _pki = new PkiDirectory(Path.Combine(_folder.Path, "pki"), _time);
        await _pki.EnsureAsync("hongqiao", ["garden"], ["localhost"], TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Command_of_the_station_is_good_for_the_compound_it_names_and_for_no_other()
    {
        var command = Sign();

        Assert.Null(Verifier().FaultOf(command));
        Assert.Equal("its signature does not fit", Verifier(compound: "harbour").FaultOf(command));
        Assert.Equal("its certificate is not the station's", Verifier(station: "other").FaultOf(command));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("id")]
    [InlineData("issued")]
    [InlineData("expires")]
    [InlineData("nonce")]
    [InlineData("by")]
    [InlineData("payload")]
    public void Any_changed_field_breaks_the_signature(string field)
    {
        var command = Sign();
        var changed = field switch
        {
            "name" => command with { Name = "other" },
            "id" => command with { Id = Guid.CreateVersion7().ToString() },
            "issued" => command with { Issued = command.Issued.AddMilliseconds(1) },
            "expires" => command with { Expires = command.Expires.AddMilliseconds(1) },
            "nonce" => command with { Nonce = new string('0', 32) },
            "by" => command with { By = "somebody" },
            _ => command with { Payload = command.Payload + " " },
        };

        Assert.Equal("its signature does not fit", Verifier().FaultOf(changed));
    }

    [Fact]
    public void Fields_that_only_join_up_the_same_do_not_have_the_same_bytes()
    {
        var command = Sign();
        var first = CommandSignature.BytesOf("hongqiao", "garden", command with { By = "ab", Payload = "c" });
        var second = CommandSignature.BytesOf("hongqiao", "garden", command with { By = "a", Payload = "bc" });

        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Certificates_of_a_gateway_of_the_broker_and_of_the_authority_do_not_command()
    {
        Assert.Equal("its certificate is not the station's", Verifier().FaultOf(Sign(_pki.Gateway("garden"))));
        Assert.Equal("its certificate is not the station's", Verifier().FaultOf(Sign(_pki.Broker)));
        Assert.Equal("its certificate is not the station's", Verifier().FaultOf(Sign(_pki.Authority)));
    }

    [Fact]
    public async Task Station_certificate_of_another_authority_does_not_command()
    {
        var other = new PkiDirectory(Path.Combine(_folder.Path, "other"), _time);
        await other.EnsureAsync("hongqiao", [], ["localhost"], TestContext.Current.CancellationToken);

        Assert.Contains("not good here", Verifier().FaultOf(Sign(other.Station)), StringComparison.Ordinal);
    }

    [Fact]
    public void Certificate_named_as_the_station_but_made_for_a_server_or_by_itself_does_not_command()
    {
        using var authority = X509Certificate2.CreateFromPemFile(_pki.Authority.Certificate, _pki.Authority.Key);
        using var server = CertificateIssue.Server(authority, ["station:hongqiao"], Now, TimeSpan.FromDays(1));
        using var itself = CertificateIssue.Authority("station:hongqiao", Now, TimeSpan.FromDays(1));

        Assert.Contains("not good here", Verifier().FaultOf(Sign(Save("server", server))), StringComparison.Ordinal);
        Assert.Contains("not good here", Verifier().FaultOf(Sign(Save("itself", itself))), StringComparison.Ordinal);
    }

    [Fact]
    public void Certificate_whose_time_is_over_does_not_command()
    {
        var command = Sign();
        _time.Advance(TimeSpan.FromDays(398));

        Assert.Contains("NotTimeValid", Verifier().FaultOf(command), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("no base64!", "AAAA")]
    [InlineData("AAAA", "AAAA")]
    public void Rubbish_instead_of_a_certificate_is_a_fault_in_words(string certificate, string signature) =>
        Assert.NotNull(Verifier().FaultOf(Sign() with { Certificate = certificate, Signature = signature }));

    [Fact]
    public void Key_that_cannot_sign_commands_is_named_with_the_fix()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=station:hongqiao", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(Now.AddHours(-1), Now.AddDays(1));
        var (certificateFile, keyFile) = (Path.Combine(_folder.Path, "rsa.crt"), Path.Combine(_folder.Path, "rsa.key"));
        File.WriteAllText(certificateFile, certificate.ExportCertificatePem());
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());

        var fault = Assert.Throws<CryptographicException>(() => Sign(new PkiFiles(certificateFile, keyFile)));

        Assert.Contains("pki init", fault.Message, StringComparison.Ordinal);
    }

    private CommandEnvelope Sign(PkiFiles? files = null)
    {
        var own = files ?? _pki.Station;
        return new CommandSigner("hongqiao", own.Certificate, own.Key).Sign(
            "garden", new CommandOrder("alert-acknowledged", Guid.CreateVersion7().ToString(), "officer", "{\"where\":\"东门\"}", Now, Now.AddSeconds(20)));
    }

    private CommandVerifier Verifier(string station = "hongqiao", string compound = "garden") =>
        new(station, compound, _pki.Authority.Certificate, _time);

    private PkiFiles Save(string name, X509Certificate2 certificate)
    {
        var files = new PkiFiles(Path.Combine(_folder.Path, name + ".crt"), Path.Combine(_folder.Path, name + ".key"));
        using var key = certificate.GetECDsaPrivateKey()!;
        File.WriteAllText(files.Certificate, certificate.ExportCertificatePem());
        File.WriteAllText(files.Key, key.ExportPkcs8PrivateKeyPem());
        return files;
    }
}
