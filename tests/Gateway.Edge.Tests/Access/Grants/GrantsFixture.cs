using EdgeGateway.Testing;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Compound;
using Gateway.Edge.Access.Grants.Devices;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Alerts.Grants;
using Gateway.Edge.Journal;
using Gateway.Edge.Tests.Access.Residents;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Access.Grants;

/// <summary>Grants with a real file, a real journal, made-up faces and a clock of the test's own, that can be closed and opened again.</summary>
internal sealed class GrantsFixture(Action<IServiceCollection, IConfiguration>? more = null) : IDisposable
{
    public const string By = "test";

    private ServiceProvider? _provider;

    public string Data { get; } = Directory.CreateTempSubdirectory("grants-").FullName;

    public FakeTimeProvider Clock { get; } = new();

    public Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal);

    public FakeDevices Devices { get; } = new();

    public MadeUpFaces Faces { get; private set; } = new();

    public DateTimeOffset Now => Clock.GetUtcNow();

    public IGrantDesk Desk => Get<IGrantDesk>();

    public ICompoundDesk Compound => Get<ICompoundDesk>();

    public IVehicleDesk Vehicles => Get<IVehicleDesk>();

    public GrantBook Book => Get<GrantBook>();

    public GrantEnds Ends => Get<GrantEnds>();

    public ReceiptKeeper Receipts => Get<ReceiptKeeper>();

    public SqliteJournal Journal => Get<SqliteJournal>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static FaceOffer Face(byte person) => new([MadeUpFaces.Photo(person), MadeUpFaces.Photo(person, 1)], "王建国", "v1", KeepPhotos: true);

    public GrantDraft Plumber(double hours = 2) => new("水电工", "3-1202", Now.AddHours(hours), Name: "王建国", Phone: "13800000001");

    public T Get<T>()
        where T : notnull => (_provider ??= Build()).GetRequiredService<T>();

    public async Task StartAsync()
    {
        await Get<VehiclesStart>().StartAsync(Stop);
        await Get<GrantsStart>().StartAsync(Stop);
    }

    public async Task<GrantView> AddAsync(GrantDraft draft)
    {
        var change = await Desk.AddAsync(draft, By, Stop);
        return change.Grant ?? throw new InvalidOperationException(string.Join(' ', change.Refusals.Select(refusal => $"{refusal.Field}: {refusal.Reason.En}")));
    }

    /// <summary>A recognised subject stands at a gate.</summary>
    public PassageDecision Decide(Guid subject, string gate = "east") => PassageRules.Decide(
        new IdentityClaim("face", ClaimKind.Recognised, subject, 0.7, 1, null, Now), Get<IPeople>(), Get<GrantScenes>().Of(gate));

    /// <summary>Who stands before the camera, as the gallery knows.</summary>
    public Guid? Recognise(byte person) => Faces.Search(MadeUpFaces.Template(person)) is { Score: > 0.5f } match ? match.Subject : null;

    public async Task<IReadOnlyList<JournalRecord>> RecordsAsync() => await Journal.ReadAsync(0, 10_000, Stop);

    /// <summary>Everything on disk again with a new memory; time may have passed.</summary>
    public async Task ReopenAsync()
    {
        Close();
        Faces = new MadeUpFaces();
        await StartAsync();
    }

    public void Close()
    {
        _provider?.Dispose();
        _provider = null;
    }

    /// <summary>SQL on a file of the data directory, beside the gateway that has it open.</summary>
    public void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, file)};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public byte[] BytesOnDisk() => DiskBytes.Of(Data, "grants.db");

    public void Dispose()
    {
        Close();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Data, recursive: true);
    }

    private ServiceProvider Build()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([.. Settings, new("Gateway:DataDirectory", Data)]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddSingleton<IGrantDevices>(Devices);
        ResidentsFixture.AddFaces(services, Faces);
        services.AddJournal(configuration).AddResidents(configuration).AddVehicles(configuration).AddGrants(configuration).AddGrantAlerts();
        more?.Invoke(services, configuration);
        return services.BuildServiceProvider();
    }
}
