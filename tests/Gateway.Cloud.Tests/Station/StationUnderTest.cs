using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Cloud.Station.Accounts;
using Gateway.Cloud.Station.Hosting;
using Gateway.Cloud.Station.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Cloud.Tests.Station;

/// <summary>The whole station with a real broker, a real database and a real port, as <c>station run</c> puts it together.</summary>
internal sealed class StationUnderTest : IAsyncDisposable
{
    public const string Compound = "jinqiao-garden";
    public const string Password = "correct horse battery";

    private readonly string _folder = Directory.CreateTempSubdirectory("station-").FullName;
    private bool _running;

    private StationUnderTest(MosquittoBroker broker) => Broker = broker;

    public MosquittoBroker Broker { get; }

    public WebApplication App { get; private set; } = null!;

    public string DataDirectory => Path.Combine(_folder, "data");

    public string ConfigFile => Path.Combine(_folder, "station.json");

    public Uri Address => new(App.Urls.First());

    /// <summary>What the start printed.</summary>
    public string Printed { get; private set; } = string.Empty;

    public static async Task<StationUnderTest> StartAsync(int commandLifeSeconds = 20)
    {
        var station = new StationUnderTest(await MosquittoBroker.StartAsync(Compound, "second-garden"));
        await station.WriteConfigAsync(commandLifeSeconds);
        await station.StartAgainAsync();
        return station;
    }

    /// <summary>Starts (again) on the same data.</summary>
    public async Task StartAgainAsync(Action<WebApplicationBuilder>? customise = null)
    {
        App = StationHost.Build(ConfigFile, customise);
        var output = new StringWriter();
        await StationStart.PrepareAsync(App, output, CancellationToken.None);
        await App.StartAsync();
        _running = true;
        Printed = output.ToString();
    }

    public async Task StopAsync()
    {
        if (_running)
        {
            _running = false;
            await App.StopAsync();
            await App.DisposeAsync();
        }
    }

    /// <summary>A gateway's session at the same broker, online; completes when the station has heard of it, so it hears the rest too.</summary>
    public async Task<MqttSession> GatewayAsync(params string[] filters)
    {
        var gateway = await MosquittoBroker.ConnectAsync(Broker.Gateway(Compound), filters);
        await gateway.PublishAsync(
            new MqttMessage(Topics.State(Broker.Station, Compound), "{\"online\":true,\"version\":\"1\"}"u8.ToArray(), Retain: true),
            TestContext.Current.CancellationToken);
        await UntilAsync(database => database.Compounds.CountAsync(), count => count == 1);
        return gateway;
    }

    /// <summary>Asks the database.</summary>
    public async Task<T> AskAsync<T>(Func<StationDatabase, Task<T>> question)
    {
        await using var database = await App.Services.GetRequiredService<IDbContextFactory<StationDatabase>>().CreateDbContextAsync();
        return await question(database);
    }

    /// <summary>Completes when the answer satisfies, asking again after each commit.</summary>
    public async Task<T> UntilAsync<T>(Func<StationDatabase, Task<T>> question, Func<T, bool> satisfied)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        using var subscription = App.Services.GetRequiredService<Cloud.Station.Live.LiveSignal>().Listen();
        while (true)
        {
            var answer = await AskAsync(question);
            if (satisfied(answer))
            {
                return answer;
            }

            if (patience.IsCancellationRequested)
            {
                Assert.Fail($"still {answer} after 30 s");
            }

            await subscription.WaitAsync(TimeSpan.FromSeconds(1), TimeProvider.System, CancellationToken.None);
        }
    }

    /// <summary>Gives the first officer a known password that need not be changed.</summary>
    public async Task SetPasswordAsync()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var officers = scope.ServiceProvider.GetRequiredService<UserManager<Officer>>();
        var officer = await officers.FindByNameAsync(FirstOfficer.Name);
        officer!.PasswordHash = officers.PasswordHasher.HashPassword(officer, Password);
        officer.MustChangePassword = false;
        await officers.UpdateAsync(officer);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Broker.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private Task WriteConfigAsync(int commandLifeSeconds) => File.WriteAllTextAsync(ConfigFile, JsonSerializer.Serialize(new
    {
        Station = new { Id = Broker.Station, DataDirectory, Urls = "http://127.0.0.1:0", DisplayName = "虹桥派出所", DisplayNameEnglish = "Hongqiao police station" },
        Ingest = new { AskAgainSeconds = 1 },
        Commands = new { LifeSeconds = commandLifeSeconds },
        Mqtt = Broker.StationClient(),
    }));
}
