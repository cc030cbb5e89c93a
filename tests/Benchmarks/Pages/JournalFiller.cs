using System.Text;
using System.Text.Json;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;

namespace EdgeGateway.Benchmarks.Pages;

/// <summary>Writes seeded records of every kind into a journal through the journal's own session, thousands to a commit.</summary>
internal sealed class JournalFiller(CompoundPeople people, CompoundSize size, int seed, DateTimeOffset until)
{
    private const int Batch = 5000;

    private static readonly LocalizedText[] s_gates = [new("东门", "East gate"), new("西门", "West gate")];
    private static readonly string[] s_gateIds = ["gate-east", "gate-west"];
    private static readonly string[] s_methods = ["face", "face", "face", "face", "face", "face", "face", "qr", "card", "card"];
    private static readonly LocalizedText[] s_tags = [new("水电工", "plumber"), new("保洁员", "cleaner"), new("快递员", "courier"), new("装修工", "decorator")];
    private static readonly LocalizedText s_welcome = new("欢迎回家", "Welcome home");
    private static readonly LocalizedText s_barrier = new("东门道闸", "East barrier");
    private static readonly LocalizedText s_shed = new("1 号充电棚", "Charging shed 1");

    // A day in the compound: how many of a hundred things happen in each hour.
    private static readonly int[] s_hours = [1, 0, 0, 0, 1, 2, 5, 9, 9, 5, 4, 4, 5, 4, 4, 4, 5, 8, 9, 7, 5, 4, 3, 2];

    private readonly Random _random = new(seed);
    private double _energy;

    public void Fill(JournalPaths paths)
    {
        using var session = JournalSession.Open(paths.File, maximumMegabytes: 16 * 1024, () => Guid.CreateVersion7(until));
        var batch = new List<PendingAppend>(Batch);
        long monotonic = 0;
        foreach (var at in Times())
        {
            batch.Add(new PendingAppend(Entry(at), Guid.CreateVersion7(at), at, monotonic += 1_000_000));
            if (batch.Count == Batch)
            {
                session.Append(batch);
                batch.Clear();
            }
        }

        session.Append(batch);
    }

    private IEnumerable<DateTimeOffset> Times()
    {
        var begin = until.AddDays(-size.Days);
        var weights = s_hours.Sum() * (double)size.Days;
        var left = size.Records;
        for (var hour = 0; hour < size.Days * 24; hour++)
        {
            var start = begin.AddHours(hour);
            // UTC+8, as the demo's compound.
            var count = hour == (size.Days * 24) - 1 ? left : (int)Math.Round(size.Records * s_hours[(start.Hour + 8) % 24] / weights);
            count = Math.Min(count, left);
            left -= count;
            for (var index = 0; index < count; index++)
            {
                yield return start + (TimeSpan.FromHours(1) * (index / (double)count));
            }
        }
    }

    private JournalEntry Entry(DateTimeOffset at) => _random.Next(1000) switch
    {
        < 780 => Passage(),
        < 900 => Vehicle(at),
        < 930 => Health(),
        < 960 => Audit(),
        < 980 => Charging(at),
        < 995 => Stranger(at),
        < 999 => Grant(at),
        _ => Sos(at),
    };

    private JournalEntry Passage()
    {
        var gate = _random.Next(s_gates.Length);
        var method = s_methods[_random.Next(s_methods.Length)];
        var resident = people.Residents[_random.Next(people.Residents.Count)];
        var (worker, grant, name) = people.Workers[_random.Next(people.Workers.Count)];
        var data = _random.Next(100) switch
        {
            < 85 => new PassageData(s_gateIds[gate], s_gates[gate], PassageOutcome.OpenedResident, s_welcome, method, resident.Id.ToString(), resident.MaskedName, 0.7, 180),
            < 93 => new PassageData(
                s_gateIds[gate], s_gates[gate], PassageOutcome.OpenedTemporaryWorker, s_welcome, method, worker.ToString(), name[..1] + "*", 0.7, 190, s_tags[_random.Next(s_tags.Length)], grant.ToString()),
            < 97 => new PassageData(s_gateIds[gate], s_gates[gate], PassageOutcome.Refused, new("授权已结束", "The grant has ended"), method, null, null, null, 200),
            _ => new PassageData(s_gateIds[gate], s_gates[gate], PassageOutcome.Stranger, new("未登记", "Not registered"), "face", null, null, 0.2, 200),
        };
        return JournalEntry.Of(EventKind.Passage, EventPriority.Info, data.Gate, data);
    }

    private JournalEntry Vehicle(DateTimeOffset at)
    {
        var plate = people.Plates[_random.Next(people.Plates.Count)];
        var (code, outcome) = _random.Next(10) switch
        {
            < 5 => (VehicleData.Decided, "OpenedResident"),
            < 9 => (VehicleData.Passed, "OpenedResident"),
            _ => (VehicleData.Decided, "Unknown"),
        };
        return JournalEntry.Of(EventKind.Vehicle, EventPriority.Info, "barrier-east", new VehicleData(
            "barrier-east", s_barrier, code, new("住户车辆", "A resident's vehicle"), "Down", "Automatic", at, null, null, Guid.CreateVersion7(at).ToString(), plate, "Blue", outcome, "In", 0.97, false, null, 1.2, 40));
    }

    private JournalEntry Health()
    {
        var device = s_gateIds[_random.Next(s_gateIds.Length)];
        var isWell = _random.Next(2) == 0;
        return JournalEntry.Of(EventKind.DeviceHealth, isWell ? EventPriority.Info : EventPriority.Normal, device, new DeviceHealthData(
            device, "face-gate", isWell ? "Online" : "Offline", isWell ? "online" : "camera-stalled", new("摄像机没有画面", "The camera sends nothing"), new Dictionary<string, string>(StringComparer.Ordinal)));
    }

    private JournalEntry Audit() => new(EventKind.Audit, EventPriority.Normal, "gateway", _random.Next(5) switch
    {
        0 => JsonSerializer.SerializeToUtf8Bytes(
            new { action = "resident-changed", resident = people.Residents[_random.Next(people.Residents.Count)].Id, by = "manager, 127.0.0.1" }),
        1 => Encoding.UTF8.GetBytes("""{"action":"by-hand","name":"stranger-look","device":"gate-east","by":"guard, 127.0.0.1","reason":{"zh":"查看陌生人头像","en":"Looked at a stranger's portrait"}}"""),
        _ => Encoding.UTF8.GetBytes("""{"action":"by-hand","name":"signed-in","device":"gateway","by":"guard, 127.0.0.1","reason":{"zh":"登录","en":"Signed in"}}"""),
    }, []);

    private JournalEntry Charging(DateTimeOffset at)
    {
        var outlet = (1 + _random.Next(4)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var code = _random.Next(50) switch { 0 => "cut-off-verified", < 4 => "charging-begun", < 8 => "charging-rests", _ => "meter" };
        return JournalEntry.Of(EventKind.Charging, EventPriority.Info, "shed-1", new ChargingData(
            "shed-1", s_shed, outlet, new($"插座 {outlet}", $"Outlet {outlet}"), code, new("电表读数", "Meter reading"), at, null, 180, _energy += _random.Next(20), 31, false));
    }

    private JournalEntry Stranger(DateTimeOffset at)
    {
        var gate = _random.Next(s_gates.Length);
        return JournalEntry.Of(EventKind.Stranger, EventPriority.High, s_gateIds[gate], new StrangerData(
            Guid.CreateVersion7(at).ToString(), s_gateIds[gate], s_gates[gate], 1, at, at, new("发现陌生人", "A stranger"), null));
    }

    private JournalEntry Grant(DateTimeOffset at)
    {
        var (worker, grant, _) = people.Workers[_random.Next(people.Workers.Count)];
        var phase = GrantData.Phases[_random.Next(GrantData.Phases.Count)];
        return JournalEntry.Of(EventKind.Grant, EventPriority.Info, "gateway", new GrantData(
            "gateway", new("网关", "Gateway"), phase, grant.ToString(), worker.ToString(), s_tags[_random.Next(s_tags.Length)], new("授权变更", "A grant changed"), at, at.AddHours(2)));
    }

    private static JournalEntry Sos(DateTimeOffset at) => JournalEntry.Of(EventKind.Sos, EventPriority.Emergency, "light-1", new SosData(
        "light-1", new("1 号报警灯", "Alarm light 1"), Guid.CreateVersion7(at).ToString(), SosPhase.Pressed, at, new("有人按下报警按钮", "Somebody pressed the button")));
}
