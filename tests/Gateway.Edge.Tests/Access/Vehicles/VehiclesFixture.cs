using EdgeGateway.Testing;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.MoveCar;
using Gateway.Edge.Access.Vehicles.Parking;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Stays;
using Gateway.Edge.Journal;
using Gateway.Edge.Perception.Plates;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Access.Vehicles;

/// <summary>Vehicles with a real file, a real journal and a clock of the test's own, that can be closed and opened again.</summary>
internal sealed class VehiclesFixture : IDisposable
{
    public const string By = "test";

    private ServiceProvider? _provider;

    public string Data { get; } = Directory.CreateTempSubdirectory("vehicles-").FullName;

    public FakeTimeProvider Clock { get; } = new();

    public Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal);

    /// <summary>What stands in for the property's message service; null for what the settings say.</summary>
    public IOwnerNotice? Service { get; set; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public IVehicleAccess Access => Get<IVehicleAccess>();

    public IVehicleDesk Desk => Get<IVehicleDesk>();

    public StayKeeper Stays => Get<StayKeeper>();

    public IMoveCarDesk MoveCar => Get<IMoveCarDesk>();

    public IParkingReports Reports => Get<IParkingReports>();

    public SqliteJournal Journal => Get<SqliteJournal>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static PlateNumber Plate(string text) => PlateNumber.TryParse(text, out var plate) ? plate : throw new ArgumentException(text, nameof(text));

    public static VehicleDraft Resident(string plate, string? phone = "13800000001") => new(plate, VehicleStanding.Resident, "王小明", "3-1202", phone);

    public VehicleDraft Visitor(string plate, int hours = 4, int? entries = null, int? paid = null, string? hoursOfWeek = null) => new(
        plate, VehicleStanding.Visitor, Until: Now.AddHours(hours), Entries: entries, Host: "3-1202", PaidMinutes: paid, Hours: hoursOfWeek);

    public T Get<T>()
        where T : notnull => (_provider ??= Build()).GetRequiredService<T>();

    public Task StartAsync() => Get<VehiclesStart>().StartAsync(Stop);

    public async Task<Vehicle> AddAsync(VehicleDraft draft)
    {
        var change = await Desk.AddAsync(draft, By, Stop);
        return change.Vehicle ?? throw new InvalidOperationException(string.Join(' ', change.Refusals.Select(refusal => $"{refusal.Field}: {refusal.Reason.En}")));
    }

    public VehicleQuestion Question(string plate, LaneDirection direction = LaneDirection.In, bool certain = true, PlateColour colour = PlateColour.Unknown) =>
        new(Plate(plate), certain, colour, "north", direction, Now);

    public VehicleDecision Decide(string plate, LaneDirection direction = LaneDirection.In) => Access.Decide(Question(plate, direction));

    /// <summary>A vehicle comes to the barrier and, whatever is decided, passes.</summary>
    public async Task<VehicleDecision> PassAsync(string plate, LaneDirection direction = LaneDirection.In)
    {
        var decision = Decide(plate, direction);
        await Access.PassedAsync(decision, direction, "north", Now, Stop);
        return decision;
    }

    public async Task<IReadOnlyList<string>> RecordsAsync() =>
        [.. (await Journal.ReadAsync(0, 1000, Stop)).Select(record => System.Text.Encoding.UTF8.GetString(record.Data.Span))];

    public async Task ReopenAsync()
    {
        Close();
        await StartAsync();
    }

    public void Close()
    {
        _provider?.Dispose();
        _provider = null;
    }

    /// <summary>Every byte that vehicles have on disk, the log included, read in another process that holds no lock of ours.</summary>
    public byte[] BytesOnDisk() => DiskBytes.Of(Data, "vehicles.db");

    public void Dispose()
    {
        Close();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Data, recursive: true);
    }

    private ServiceProvider Build()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([.. Settings, new("Gateway:DataDirectory", Data)])
            .Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock);
        if (Service is { } service)
        {
            services.AddSingleton(service);
        }

        return services.AddJournal(configuration).AddVehicles(configuration).BuildServiceProvider();
    }
}
