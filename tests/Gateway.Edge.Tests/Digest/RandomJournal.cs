using System.Text;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Tests.Digest;

/// <summary>Seeded records of every kind, some of them garbage, at times that the test gives.</summary>
internal sealed class RandomJournal(int seed)
{
    private static readonly LocalizedText s_words = new("字", "words");
    private static readonly string[] s_gates = ["gate-east", "gate-west"];
    private static readonly string[] s_plates = ["京A12345", "沪B55555", "粤B88888"];

    private readonly Random _random = new(seed);
    private readonly List<string> _presses = [];
    private double _energy;

    public static Guid Person(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public JournalEntry Next(DateTimeOffset at) => _random.Next(12) switch
    {
        < 4 => Passage(),
        4 => Vehicle(at),
        5 => Stranger(at),
        6 => Grant(at),
        7 => Charging(at),
        8 => Sos(at),
        9 => new JournalEntry(EventKind.Audit, EventPriority.Normal, "gateway", Encoding.UTF8.GetBytes($$"""{"action":"resident-changed","resident":"{{Person(_random.Next(5))}}"}"""), []),
        10 => JournalEntry.Of(EventKind.Fire, EventPriority.Emergency, "shed-1", new FireData("shed-1", null, null, null, "smoke", s_words, at, $"fire-{_random.Next(4)}", null, null, _random.Next(4) == 0)),
        _ => Garbage(),
    };

    private JournalEntry Passage()
    {
        var gate = s_gates[_random.Next(2)];
        return JournalEntry.Of(EventKind.Passage, EventPriority.Info, gate, new PassageData(
            gate, s_words, (PassageOutcome)_random.Next(5), s_words, _random.Next(2) == 0 ? "face" : "qr", _random.Next(2) == 0 ? Person(_random.Next(5)).ToString() : null, null, null, 1, _random.Next(3) == 0 ? new("水电工", "plumber") : null));
    }

    private JournalEntry Vehicle(DateTimeOffset at) => JournalEntry.Of(EventKind.Vehicle, _random.Next(3) == 0 ? EventPriority.High : EventPriority.Info, "barrier-east", new VehicleData(
        "barrier-east", s_words, VehicleData.Passed, s_words, "Down", "Automatic", at, null, null, "v", s_plates[_random.Next(3)], "Blue", "Unknown", "In", MatchedPlate: _random.Next(4) == 0 ? "津A00001" : null, Incident: _random.Next(2) == 0 ? $"visit-{_random.Next(6)}" : null));

    private JournalEntry Stranger(DateTimeOffset at)
    {
        var gate = s_gates[_random.Next(2)];
        return JournalEntry.Of(EventKind.Stranger, _random.Next(2) == 0 ? EventPriority.High : EventPriority.Info, gate, new StrangerData("s", gate, s_words, 1, at, at, s_words, null));
    }

    private JournalEntry Grant(DateTimeOffset at) => JournalEntry.Of(EventKind.Grant, EventPriority.Info, "gateway", new GrantData(
        "gateway", s_words, GrantData.Phases[_random.Next(GrantData.Phases.Count)], Guid.Empty.ToString(), Person(_random.Next(5)).ToString(), new("保洁员", "cleaner"), s_words, at, at));

    private JournalEntry Charging(DateTimeOffset at)
    {
        // Now and then another meter, which begins low.
        _energy = _random.Next(20) == 0 ? 1 : _energy + _random.Next(100);
        return JournalEntry.Of(EventKind.Charging, EventPriority.Info, "shed-1", new ChargingData(
            "shed-1", s_words, _random.Next(2) == 0 ? "1" : "2", null, _random.Next(5) == 0 ? "cut-off-verified" : "meter", s_words, at, null, 1, _energy, null, false));
    }

    private JournalEntry Sos(DateTimeOffset at)
    {
        var isNew = _presses.Count == 0 || _random.Next(2) == 0;
        if (isNew)
        {
            _presses.Add($"press-{_presses.Count}");
        }

        return JournalEntry.Of(EventKind.Sos, EventPriority.Emergency, "light-1", new SosData(
            "light-1", s_words, _presses[_random.Next(_presses.Count)], isNew ? SosPhase.Pressed : SosPhase.Acknowledged, at, s_words, _random.Next(8) == 0));
    }

    private JournalEntry Garbage() => new(EventKind.All[_random.Next(EventKind.All.Count)], EventPriority.Info, "gate-east", _random.Next(4) switch
    {
        0 => "[]"u8.ToArray(),
        1 => """{"outcome":7,"code":{},"person":"nobody","test":"yes"}"""u8.ToArray(),
        2 => "7"u8.ToArray(),
        _ => """{"outcome":"FromTheFuture","phase":"unheard-of"}"""u8.ToArray(),
    }, []);
}
