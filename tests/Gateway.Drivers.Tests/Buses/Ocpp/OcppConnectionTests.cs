using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Ocpp;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Ocpp;

/// <summary>Who may connect, shown with a client that we did not write.</summary>
public sealed class OcppConnectionTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task A_charger_boots_and_is_known_by_what_it_says()
    {
        await using var rig = await OcppRig.StartAsync();
        await using var charger = await NodeCharger.StartAsync(Cancelled);
        Assert.False(rig.Shed.Connected);
        Assert.Equal("never-seen", rig.Shed.Link.Code);

        Assert.Equal("ocpp1.6", await charger.ConnectAsync(rig.Address, "shed-1", OcppRig.Password, Cancelled));
        var boot = await charger.CallAsync(
            "BootNotification", """{"chargePointVendor":"Maker","chargePointModel":"Shed 10","chargePointSerialNumber":"S1","firmwareVersion":"1.2"}""", Cancelled);
        var beat = await charger.CallAsync("Heartbeat", "{}", Cancelled);

        Assert.Equal("Accepted", (string?)boot["status"]);
        Assert.Equal(60, (int?)boot["interval"]);
        Assert.True((TimeProvider.System.GetUtcNow() - DateTimeOffset.Parse((string)beat["currentTime"]!, null)).Duration() < TimeSpan.FromMinutes(1));
        Assert.True(rig.Shed.Connected);
        Assert.Equal("ok", (await rig.NextAsync<OcppEvent.LinkChanged>(Cancelled)).Link.Code);
        var said = (await rig.NextAsync<OcppEvent.Booted>(Cancelled)).Boot;
        Assert.Equal(("Maker", "Shed 10", "S1", "1.2"), (said.Vendor, said.Model, said.SerialNumber, said.Firmware));
        Assert.Equal(said, rig.Shed.Boot);
        Assert.Empty(charger.Breaches);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("shed-1", "not the right password", "401")]
    [InlineData("shed-1", null, "401")]
    [InlineData("stranger", OcppRig.Password, "404")]
    public async Task Whoever_is_not_named_or_does_not_know_the_password_is_refused_and_noted(string id, string? password, string status)
    {
        await using var rig = await OcppRig.StartAsync();
        await using var charger = await NodeCharger.StartAsync(Cancelled);

        var refused = await Assert.ThrowsAsync<PeerException>(() => charger.ConnectAsync(rig.Address, id, password, Cancelled));

        Assert.Equal(status, refused.Code);
        Assert.Contains(id, rig.Bus.Refused.Latest, StringComparison.Ordinal);
        Assert.Contains(id, rig.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("password\"", rig.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(OcppRig.Password, rig.Log.Text, StringComparison.Ordinal);
        Assert.False(rig.Shed.Connected);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_charger_that_speaks_another_protocol_is_turned_away()
    {
        await using var rig = await OcppRig.StartAsync();
        await using var charger = await NodeCharger.StartAsync(Cancelled);

        var refused = await Assert.ThrowsAsync<PeerException>(
            () => charger.ConnectAsync(rig.Address, "shed-1", OcppRig.Password, Cancelled, protocols: ["ocpp2.0.1"]));

        Assert.Contains("subprotocol", refused.Message, StringComparison.Ordinal);
        Assert.Contains("ocpp1.6", rig.Bus.Refused.Latest, StringComparison.Ordinal);
        Assert.False(rig.Shed.Connected);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_charger_connects_over_TLS_when_it_trusts_the_certificate()
    {
        using var folder = new TemporaryFolder();
        var (certificate, key) = WriteCertificate(folder);
        await using var rig = await OcppRig.StartAsync(change: settings => settings with { CertificateFile = certificate, KeyFile = key });
        await using var charger = await NodeCharger.StartAsync(Cancelled);
        await using var other = await NodeCharger.StartAsync(Cancelled);

        Assert.Equal("wss", rig.Address.Scheme);
        Assert.Equal("ocpp1.6", await charger.ConnectAsync(rig.Address, "shed-1", OcppRig.Password, Cancelled, authority: await File.ReadAllTextAsync(certificate, Cancelled)));
        await Assert.ThrowsAsync<PeerException>(() => other.ConnectAsync(rig.Address, "shed-2", OcppRig.Password, Cancelled));
        await Assert.ThrowsAsync<PeerException>(() => other.ConnectAsync(new UriBuilder(rig.Address) { Scheme = "ws" }.Uri, "shed-2", OcppRig.Password, Cancelled));
        Assert.True(rig.Shed.Connected);
    }

    [Fact(Timeout = 60_000)]
    public async Task Without_TLS_the_bus_listens_beyond_loopback_only_when_told_so()
    {
        var refused = await Assert.ThrowsAsync<DeviceFaultException>(
            () => OcppRig.StartAsync(change: settings => settings with { Listen = new IPEndPoint(IPAddress.Any, 0) }));

        Assert.Contains("plaintext", refused.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_taken_port_is_a_fault_that_names_it()
    {
        await using var rig = await OcppRig.StartAsync();

        var refused = await Assert.ThrowsAsync<DeviceFaultException>(
            () => OcppRig.StartAsync(change: settings => settings with { Listen = new IPEndPoint(IPAddress.Loopback, rig.Address.Port) }));

        Assert.Contains($"127.0.0.1:{rig.Address.Port}", refused.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_newest_connection_wins_while_the_old_one_still_lives()
    {
        await using var rig = await OcppRig.StartAsync();
        await using var old = await NodeCharger.StartAsync(Cancelled);
        await using var young = await NodeCharger.StartAsync(Cancelled);
        await old.ConnectAsync(rig.Address, "shed-1", OcppRig.Password, Cancelled);

        await young.ConnectAsync(rig.Address, "shed-1", OcppRig.Password, Cancelled);
        await old.Closed.WaitAsync(Cancelled);
        await young.CallAsync("Heartbeat", "{}", Cancelled);

        Assert.True(rig.Shed.Connected);
        Assert.Equal(OcppAnswer.Accepted, await rig.Shed.ResetAsync(hard: false, Cancelled));
        Assert.Equal("Reset", (string?)(await young.Called.ReadAsync(Cancelled))["action"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_charger_that_hangs_up_is_disconnected_with_words_and_commands_say_so()
    {
        await using var rig = await OcppRig.StartAsync();
        await using var charger = await NodeCharger.StartAsync(Cancelled);
        await charger.ConnectAsync(rig.Address, "shed-1", OcppRig.Password, Cancelled);

        await charger.CloseAsync(Cancelled);
        var gone = await rig.NextAsync<OcppEvent.LinkChanged>(Cancelled, change => !change.Link.Connected);

        Assert.Equal("disconnected", gone.Link.Code);
        Assert.NotEmpty(gone.Link.Reason.Zh);
        var refused = await Assert.ThrowsAsync<DeviceFaultException>(() => rig.Shed.RemoteStopAsync(1, Cancelled));
        Assert.Contains("shed-1", refused.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_stopping_gateway_says_goodbye()
    {
        var rig = await OcppRig.StartAsync();
        await using var charger = await NodeCharger.StartAsync(Cancelled);
        await charger.ConnectAsync(rig.Address, "shed-1", OcppRig.Password, Cancelled);

        await rig.DisposeAsync();

        Assert.Equal(1001, (int?)(await charger.Closed.WaitAsync(Cancelled))["code"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_bus_reports_how_many_chargers_are_there_and_who_was_refused()
    {
        await using var rig = await OcppRig.StartAsync();

        Assert.Equal(DeviceState.Online, rig.Reporter.Health.State);
        Assert.Equal("0/2", rig.Reporter.Health.Details["connected"]);
        Assert.Equal("0", rig.Reporter.Health.Details["refused"]);
        var unknown = Assert.Throws<DeviceFaultException>(() => rig.Bus.ChargePoint("shed-3"));
        Assert.Contains("shed-1, shed-2", unknown.Message, StringComparison.Ordinal);
    }

    private static (string Certificate, string Key) WriteCertificate(TemporaryFolder folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddHours(-1), now.AddHours(1));
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return (folder.Write("server.pem", certificate.ExportCertificatePem(), Owner), folder.Write("server.key", key.ExportPkcs8PrivateKeyPem(), Owner));
    }
}
