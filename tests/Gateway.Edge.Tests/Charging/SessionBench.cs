using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;
using Gateway.Edge.Charging;
using Gateway.Edge.Charging.Outlets;
using Gateway.Edge.Charging.Sessions;
using Gateway.Edge.Charging.Storage;
using Gateway.Edge.Journal;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace Gateway.Edge.Tests.Charging;

/// <summary>Sessions with a real file, a real journal, a shed and a clock of the test's own; the keeper looks when the test says. Can be opened again.</summary>
internal sealed class SessionBench : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private ServiceProvider? _provider;

    public FakeTimeProvider Clock { get; } = new();

    public FakePoint Point { get; } = new("1", "2", "3");

    public Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal);

    public SessionDesk Desk => Get<SessionDesk>();

    public SessionKeeper Keeper => Get<SessionKeeper>();

    public LiveSessions Live => Get<LiveSessions>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public T Get<T>()
        where T : notnull => (_provider ??= Build()).GetRequiredService<T>();

    /// <summary>What the keeper does at the gateway's start, without its loop.</summary>
    public async Task<int> OpenAsync()
    {
        await Get<LabelBook>().LoadAsync(Stop);
        var interrupted = await Get<SessionStore>().EndInterruptedAsync(id => Live.Find(id) is not null, Stop);
        await Get<SessionStore>().CatchUpAsync(Stop);
        return interrupted;
    }

    /// <summary>The power goes: nobody ends anything.</summary>
    public void Crash()
    {
        _provider!.Dispose();
        _provider = null;
    }

    public async Task<string> KeyAsync(string outlet = "1") => (await Get<LabelBook>().OfAsync(Point, Stop)).Single(label => label.Outlet.Id == outlet).Key;

    /// <summary>Starts at an outlet; the address's key.</summary>
    public async Task<string> StartAsync(string outlet = "1")
    {
        var answer = await Desk.StartAsync(await KeyAsync(outlet), Stop);
        return answer?.Link ?? throw new InvalidOperationException(answer?.Refusal?.En ?? "The code leads nowhere.");
    }

    /// <summary>Something draws that power for so long; the keeper looks every ten seconds.</summary>
    public async Task ChargeAsync(TimeSpan time, double watts, string outlet = "1", double celsius = 25)
    {
        for (var passed = TimeSpan.Zero; passed < time && Live.At(new OutletId("shed-1", outlet)) is not null; passed += TimeSpan.FromSeconds(10))
        {
            if (Point.Outlets.Single(status => status.Id == outlet).State is OutletState.Idle or OutletState.Charging)
            {
                Point.Set(FakePoint.Status(outlet, watts > 5 ? OutletState.Charging : OutletState.Idle, watts: watts, celsius: celsius));
            }

            Clock.Advance(TimeSpan.FromSeconds(10));
            await Keeper.RoundAsync(Stop);
        }
    }

    public Task RoundAsync() => Keeper.RoundAsync(Stop);

    public async Task<ChargeSession> SessionAsync(string link) => (await Desk.FollowAsync(link, Stop))!.Session;

    /// <summary>Journal records of charging, in order.</summary>
    public async Task<IReadOnlyList<(EventPriority Priority, ChargingData Data)>> RecordsAsync() =>
        [.. (await Get<IJournalReader>().ReadAsync(0, 1000, Stop)).Where(record => record.Kind == EventKind.Charging)
            .Select(record => (record.Priority, JsonSerializer.Deserialize<ChargingData>(record.Data.Span, JsonSerializerOptions.Web)!))];

    /// <summary>Audit records, as text.</summary>
    public async Task<IReadOnlyList<string>> AuditsAsync() =>
        [.. (await Get<IJournalReader>().ReadAsync(0, 1000, Stop)).Where(record => record.Kind == EventKind.Audit).Select(record => System.Text.Encoding.UTF8.GetString(record.Data.Span))];

    /// <summary>While it holds, nothing can be written.</summary>
    public Task DiskIsFullAsync(bool full) => Get<ChargingDatabase>().ReadAsync(
        file =>
        {
            using var command = file.CreateCommand();
            command.CommandText = full ? "PRAGMA query_only = 1" : "PRAGMA query_only = 0";
            return command.ExecuteNonQuery();
        },
        Stop);

    public void Dispose()
    {
        _provider?.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private ServiceProvider Build()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([.. Settings, new("Gateway:DataDirectory", _folder.Path)]).Build();
        var devices = Substitute.For<IDeviceDirectory>();
        devices.Of<IChargingPoint>().Returns([Point]);
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(devices)
            .AddJournal(configuration)
            .AddChargingSessions(configuration)
            .BuildServiceProvider();
    }
}
