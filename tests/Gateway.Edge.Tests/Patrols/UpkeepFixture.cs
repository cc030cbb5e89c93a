using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices.Patrols;
using Gateway.Edge.Patrols;
using Gateway.Edge.Patrols.Availability;
using Gateway.Edge.Patrols.Tickets;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Edge.Tests.Patrols;

/// <summary>Patrols, tickets and availability over a folder and a clock of the test's own; each opening is a run of the gateway.</summary>
internal sealed class UpkeepFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private UpkeepDatabase? _database;

    public UpkeepFixture()
    {
        Devices = new StandingDevices(Time);
        Restart();
    }

    public FakeTimeProvider Time { get; } = new();

    public StandingDevices Devices { get; }

    public PatrolOptions Options { get; } = new();

    public ListJournal Journal { get; } = new();

    public TicketBook Book { get; private set; } = null!;

    public HealthRounds Rounds { get; private set; } = null!;

    public PatrolService Patrols { get; private set; } = null!;

    public AvailabilityMeter Meter { get; private set; } = null!;

    public AvailabilityStore Store { get; private set; } = null!;

    public AvailabilityKeeper Keeper { get; private set; } = null!;

    public string Folder => _folder.Path;

    /// <summary>Codes of the device-health records so far, each with its priority and device.</summary>
    public IEnumerable<(string Code, EventPriority Priority, string Device)> Told =>
        Journal.Entries.Select(entry => (JsonSerializer.Deserialize<DeviceHealthData>(entry.Data.Span, JsonSerializerOptions.Web)!.Code, entry.Priority, entry.Device));

    /// <summary>The gateway ends and begins again over the same folder.</summary>
    public void Restart()
    {
        Close();
        _database = UpkeepDatabase.Open(_folder.Path, NullLogger<UpkeepDatabase>.Instance);
        Book = new TicketBook(new TicketStore(_database));
        var journal = new TicketJournal(Journal, NullLogger<TicketJournal>.Instance);
        var options = Microsoft.Extensions.Options.Options.Create(Options);
        Rounds = new HealthRounds(Devices, Book, journal, options, Time, NullLogger<HealthRounds>.Instance);
        var patrol = new Patrol(Devices, new PatrolSettings(), Time, NullLogger<Patrol>.Instance);
        Patrols = new PatrolService(patrol, new PatrolStore(_database), Book, journal, options, Time, NullLogger<PatrolService>.Instance);
        Store = new AvailabilityStore(_database);
        Meter = new AvailabilityMeter(TimeZoneInfo.FindSystemTimeZoneById(Options.TimeZone), Time);
        Keeper = new AvailabilityKeeper(Devices, Meter, Store, Time, NullLogger<AvailabilityKeeper>.Instance);
    }

    /// <summary>Both listeners hear a change of state.</summary>
    public void Set(string device, Drivers.Devices.DeviceState state, string? code = null)
    {
        var changed = Devices.Set(device, state, code);
        Rounds.Seen(changed);
        Keeper.Seen(changed);
    }

    public void Dispose()
    {
        Close();
        _folder.Dispose();
    }

    private void Close()
    {
        Rounds?.Dispose();
        Patrols?.Dispose();
        Keeper?.Dispose();
        _database?.Dispose();
    }
}
