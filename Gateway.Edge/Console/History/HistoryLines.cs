using System.Text.Json;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Console.Barriers;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Console.Vehicles;
using Gateway.Edge.Journal;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Console.History;

/// <summary>The journal's records of vehicles in words.</summary>
internal static class HistoryLines
{
    /// <summary>What a record may be asked for by, beside its outcome.</summary>
    public static IReadOnlyDictionary<string, LocalizedText> Ends { get; } = new Dictionary<string, LocalizedText>(StringComparer.Ordinal)
    {
        [VehicleData.Tailgated] = BarrierTexts.End(Passages.Vehicles.VehicleEnd.Followed),
        [VehicleData.Left] = BarrierTexts.End(Passages.Vehicles.VehicleEnd.Left),
        [VehicleData.NotUsed] = BarrierTexts.End(Passages.Vehicles.VehicleEnd.NotUsed),
        [VehicleData.Mistaken] = HistoryTexts.Mistaken,
    };

    /// <summary>The record as a line; null for one that the filter does not ask for, says nothing of a vehicle, or is of a later version.</summary>
    public static HistoryLine? Of(JournalRecord record, HistoryFilter filter)
    {
        VehicleData? data;
        try
        {
            data = JsonSerializer.Deserialize<VehicleData>(record.Data.Span, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }

        return data is { Code: not null, Reason: not null, Device: not null } && IsShown(data) && IsAskedFor(data, filter) ? Line(record, data) : null;
    }

    private static HistoryLine Line(JournalRecord record, VehicleData data)
    {
        var outcome = OutcomeOf(data);
        var (tone, icon) = data.Code switch
        {
            VehicleData.Tailgated or VehicleData.Mistaken => (Tone.High, "warning"),
            VehicleData.Left or VehicleData.NotUsed => (Tone.Unknown, "back"),
            VehicleData.Passed when outcome is { } passed && VehicleCards.Look(passed).Tone != Tone.Good => data.OrderedBy is null ? (Tone.High, "warning") : (Tone.Good, "user"),
            _ => outcome is { } decided ? VehicleCards.Look(decided) : (Tone.Unknown, "car"),
        };
        var word = Ends.TryGetValue(data.Code, out var end) ? end
            : data is { Code: VehicleData.Passed, OrderedBy: not null } ? HistoryTexts.LetInByHand
            : outcome is { } known ? HistoryTexts.OutcomeOf(known) : HistoryTexts.Passed;
        return new HistoryLine(
            record.Sequence,
            data.At,
            data.DeviceName ?? new LocalizedText(data.Device, data.Device),
            PlateNumber.TryParse(data.MatchedPlate ?? data.Plate, out var plate) ? PlateView.Of(plate, ColourOf(data)) : null,
            data.Direction switch { nameof(LaneDirection.In) => HistoryTexts.In, nameof(LaneDirection.Out) => HistoryTexts.Out, _ => null },
            tone,
            icon,
            word,
            data.Reason,
            data.OrderedBy,
            PictureOf(record) is not null);
    }

    /// <summary>The picture that a record keeps of its vehicle; null for none.</summary>
    public static MediaReference? PictureOf(JournalRecord record) =>
        record.Kind == EventKind.Vehicle ? record.Media.FirstOrDefault(medium => medium.Role == VehicleData.PictureRole) : null;

    /// <summary>False for what has no line, whatever else is in the record: a decision that opens is followed by what became of it, which says it all.</summary>
    public static bool MayShow(string code, string? outcome) => code switch
    {
        VehicleData.Decided => OutcomeOf(outcome) is { } decided && VehicleCards.Look(decided).Tone != Tone.Good,
        VehicleData.Passed or VehicleData.Tailgated or VehicleData.Left or VehicleData.NotUsed or VehicleData.Mistaken => true,
        _ => false,
    };

    private static bool IsShown(VehicleData data) => MayShow(data.Code, data.Outcome) && data.Code switch
    {
        VehicleData.Passed => data.Visit is not null,
        VehicleData.Tailgated => data.Visit is not null,
        _ => true,
    };

    private static bool IsAskedFor(VehicleData data, HistoryFilter filter) =>
        (filter.Barrier is null || data.Device == filter.Barrier)
        && (filter.Outcome is null || data.Outcome == filter.Outcome || data.Code == filter.Outcome)
        && (filter.Plate is null || Holds(data.Plate, filter.Plate) || Holds(data.MatchedPlate, filter.Plate));

    private static bool Holds(string? plate, string part) => plate is not null && plate.Contains(part, StringComparison.Ordinal);

    private static VehicleOutcome? OutcomeOf(VehicleData data) => OutcomeOf(data.Outcome);

    private static VehicleOutcome? OutcomeOf(string? name) => Enum.TryParse<VehicleOutcome>(name, out var outcome) && Enum.IsDefined(outcome) ? outcome : null;

    private static PlateColour ColourOf(VehicleData data) =>
        Enum.TryParse<PlateColour>(data.PlateColour, out var colour) && Enum.IsDefined(colour) ? colour : PlateColour.Unknown;
}
