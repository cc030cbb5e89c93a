using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using EdgeGateway.Testing;
using EdgeGateway.Testing.Browser;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Station.Accounts;
using Gateway.Cloud.Station.Hosting;
using Gateway.Cloud.Station.Live;
using Gateway.Edge.Alerts.Sos;
using Gateway.Edge.Hosting;
using Gateway.Edge.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EndToEnd.Tests.Sos;

/// <summary>The whole way of a call for help: gateway's journal, broker, station's page, officer, and back to the lamp.</summary>
public sealed class AcknowledgementTests : IAsyncLifetime
{
    private const string Password = "correct horse battery";
    private const string Compound = "garden";

    private readonly TemporaryFolder _folder = new();
    private readonly Lamps _lamps = new();
    private MosquittoBroker _broker = null!;
    private WebApplication _station = null!;
    private WebApplication _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private AlertQueries Alerts => _station.Services.GetRequiredService<AlertQueries>();

    public async ValueTask InitializeAsync()
    {
        _broker = await MosquittoBroker.StartAsync(Compound);
        _station = await StartStationAsync();
        _gateway = await StartGatewayAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in (WebApplication[])[_gateway, _station])
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        await _broker.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact(Timeout = 120_000)]
    public async Task Caller_sees_that_an_officer_has_acknowledged_and_the_officer_sees_that_the_lamp_has_changed()
    {
        var press = Guid.CreateVersion7().ToString();
        await PressAsync(Guid.CreateVersion7().ToString(), test: true);
        await UntilAsync(1, drill => drill is { Test: true });
        var started = Stopwatch.GetTimestamp();
        await PressAsync(press);
        var alert = await UntilAsync(2, alert => alert is not null);
        TestContext.Current.SendDiagnosticMessage("a press was at the station {0:F0} ms after it was reported to the journal", Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        Assert.Equal((EventKind.Sos, EventPriority.Emergency, press), (alert!.Kind, alert.Priority, alert.Incident));
        Assert.Equal(new OpenAlerts(Emergencies: 1, Others: 0, Drills: 1), await Alerts.OpenAsync(Token));

        using var browser = new FormBrowser(new Uri(_station.Urls.First()));
        await browser.PostAsync("/login", "/login", ("_handler", "login"), ("Form.Name", FirstOfficer.Name), ("Form.Password", Password));
        await browser.PostAsync($"/alerts/{alert.Id}", $"/alerts/{alert.Id}/acknowledge");

        Assert.Equal(("light-3", press), await _lamps.Shown.Task.WaitAsync(TimeSpan.FromSeconds(60), Token));
        var confirmed = await UntilAsync(alert.Id, alert => alert is { LampAt: not null, Lamp.IsFinished: true });
        Assert.Equal("officer", confirmed!.AcknowledgedBy);
        var moments = await UntilMomentsAsync(confirmed, 2);
        Assert.Equal([SosPhase.Pressed, SosPhase.Acknowledged], moments.Select(moment => moment.Phase));
    }

    private async Task PressAsync(string press, bool test = false)
    {
        var data = new SosData(
            "light-3", new LocalizedText("3号楼路灯", "Streetlight 3"), press, SosPhase.Pressed, TimeProvider.System.GetUtcNow(),
            new LocalizedText("有人按下求助按钮", "Somebody pressed the SOS button"), test);
        await _gateway.Services.GetRequiredService<IJournal>().AppendAsync(JournalEntry.Of(EventKind.Sos, EventPriority.Emergency, "light-3", data), Token);
    }

    private Task<AlertView?> UntilAsync(long id, Func<AlertView?, bool> satisfied) => UntilAsync(() => Alerts.AlertAsync(id, Token), satisfied);

    private Task<IReadOnlyList<SosMoment>> UntilMomentsAsync(AlertView alert, int count) =>
        UntilAsync(() => Alerts.MomentsAsync(alert, Token), moments => moments.Count >= count);

    private async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> satisfied)
    {
        using var subscription = _station.Services.GetRequiredService<LiveSignal>().Listen();
        while (true)
        {
            var answer = await ask();
            if (satisfied(answer))
            {
                return answer;
            }

            await subscription.WaitAsync(TimeSpan.FromSeconds(1), TimeProvider.System, Token);
        }
    }

    private async Task<WebApplication> StartStationAsync()
    {
        var config = Write("station.json", new
        {
            Station = new { Id = _broker.Station, DataDirectory = _folder.File("station"), Urls = "http://127.0.0.1:0" },
            Mqtt = _broker.StationClient(),
        });
        var app = StationHost.Build(config, builder => builder.Logging.ClearProviders());
        await StationStart.PrepareAsync(app, TextWriter.Null, Token);
        await app.StartAsync(Token);
        await using var scope = app.Services.CreateAsyncScope();
        var officers = scope.ServiceProvider.GetRequiredService<UserManager<Officer>>();
        var officer = await officers.FindByNameAsync(FirstOfficer.Name);
        officer!.PasswordHash = officers.PasswordHasher.HashPassword(officer, Password);
        officer.MustChangePassword = false;
        await officers.UpdateAsync(officer);
        return app;
    }

    private async Task<WebApplication> StartGatewayAsync()
    {
        var data = _folder.File("gateway");
        var hardware = Write("hardware.json", new
        {
            site = new { station = _broker.Station, compound = Compound, name = new { zh = "花园", en = "Garden" } },
            buses = Array.Empty<string>(),
            devices = Array.Empty<string>(),
        });
        // As after an earlier run: a gateway's very first start takes no command for some seconds.
        Directory.CreateDirectory(data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _folder.Write("gateway/commands.floor", "1000", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var mqtt = _broker.Gateway(Compound);
        var config = Write("gateway.json", new
        {
            Gateway = new { _broker.Station, Compound, DataDirectory = data, HardwareFile = hardware, Urls = "http://127.0.0.1:" + MosquittoBroker.FreePort().ToString(CultureInfo.InvariantCulture) },
            Uplink = new { StateFile = Path.Combine(data, "uplink.db") },
            Mqtt = new { mqtt.Host, mqtt.Port, mqtt.ClientId, mqtt.CaFile, mqtt.CertificateFile, mqtt.KeyFile },
            Models = new { Folder = Path.Combine(AppContext.BaseDirectory, "models") },
        });
        var app = GatewayHost.Build(config, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<IAlarmLamps>(_lamps);
        });
        await app.StartAsync(Token);
        return app;
    }

    private string Write(string name, object settings) =>
        _folder.Write(name, JsonSerializer.Serialize(settings), UnixFileMode.UserRead | UnixFileMode.UserWrite);

    private sealed class Lamps : IAlarmLamps
    {
        public TaskCompletionSource<(string Device, string Press)> Shown { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ValueTask<bool> ShowAcknowledgedAsync(string device, string press, CancellationToken cancellationToken)
        {
            Shown.TrySetResult((device, press));
            return ValueTask.FromResult(true);
        }
    }
}
