using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Console.History;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Vehicles;

namespace Gateway.Edge.Console.Events;

/// <summary>What an address asks the history for, as it was typed.</summary>
internal sealed record EventAsking(string? Kind, string? Device, string? Outcome, string? Plate, string? Tag, string? Person, string? Since, string? Until)
{
    private const int LongestPlate = 16;

    /// <summary>Reads an address.</summary>
    public static EventAsking Of(IQueryCollection query) =>
        new(query["kind"], query["device"], query["outcome"], query["plate"], query["tag"], query["person"], query["since"], query["until"]);

    /// <summary>Too little of a plate to look for.</summary>
    public bool IsPlateTooShort => HistoryFilter.Part(Plate) is { Length: < HistoryFilter.ShortestPart };

    /// <summary>Whether every condition can be looked for: a file must not hold more than was asked for.</summary>
    public bool IsUsable => !IsPlateTooShort && (string.IsNullOrEmpty(Person) || Guid.TryParse(Person, out _));

    /// <summary>The filter; what cannot be read is left out.</summary>
    public EventFilter Filter(ConsoleClock clock) => new(
        EventKind.All.FirstOrDefault(kind => kind == Kind),
        Given(Device),
        Given(Outcome),
        HistoryFilter.Part(Plate) is { Length: >= HistoryFilter.ShortestPart and <= LongestPlate } part ? part : null,
        Given(Tag),
        Guid.TryParse(Person, out var person) ? person : null,
        clock.FromField(Since),
        clock.FromField(Until));

    /// <summary>The same question at another address, or further back.</summary>
    public string Address(string path, long? before = null) => QueryAddress.Of(
        path,
        ("kind", Kind), ("device", Device), ("outcome", Outcome), ("plate", Plate), ("tag", Tag), ("person", Person), ("since", Since), ("until", Until),
        ("before", before?.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
