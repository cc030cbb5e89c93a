using System.Globalization;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.Vehicles;

/// <summary>The fields of a vehicle as a form sends them; everything is text until it is read.</summary>
public sealed class VehicleForm
{
    public const string TwoHours = "2h";
    public const string Today = "today";
    public const string ThreeDays = "3d";
    public const string Month = "30d";

    /// <summary>The ends in <see cref="From"/> and <see cref="Until"/> count.</summary>
    public const string Chosen = "chosen";

    public string? Standing { get; set; }

    public string? Plate { get; set; }

    public string? Owner { get; set; }

    public string? Unit { get; set; }

    public string? Phone { get; set; }

    public string? Host { get; set; }

    public string? Window { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }

    public string? Entries { get; set; }

    public string? Hours { get; set; }

    public string? PaidMinutes { get; set; }

    public string? Note { get; set; }

    public string? DenyReason { get; set; }

    public string? DenyUntil { get; set; }

    /// <summary>The standing that is chosen; null where none of the known ones is.</summary>
    internal VehicleStanding? Chose => Enum.TryParse<VehicleStanding>(Standing, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;

    /// <summary>An empty form for a vehicle of this standing.</summary>
    internal static VehicleForm New(VehicleStanding standing, string? plate) => new()
    {
        Standing = standing.ToString(),
        Plate = plate,
        Window = standing == VehicleStanding.Worker ? ThreeDays : Today,
        Entries = standing == VehicleStanding.Visitor ? "1" : null,
    };

    /// <summary>What is registered, for changing.</summary>
    internal static VehicleForm Of(Vehicle vehicle, ConsoleClock clock) => new()
    {
        Standing = vehicle.Standing.ToString(),
        Plate = vehicle.Plate.Text,
        Owner = vehicle.Owner,
        Unit = vehicle.Unit,
        Phone = vehicle.MaskedPhone,
        Host = vehicle.Grant?.Host,
        Window = vehicle.Until is null && vehicle.From is null ? Today : Chosen,
        From = vehicle.From is { } from ? clock.Field(from) : null,
        Until = vehicle.Until is { } until ? clock.Field(until) : null,
        Entries = vehicle.Grant?.Entries?.ToString(CultureInfo.InvariantCulture),
        Hours = vehicle.Grant?.Hours?.ToString(),
        PaidMinutes = vehicle.PaidMinutes?.ToString(CultureInfo.InvariantCulture),
        Note = vehicle.Standing == VehicleStanding.Denied ? null : vehicle.Note,
        DenyReason = vehicle.Standing == VehicleStanding.Denied ? vehicle.Note : null,
        DenyUntil = vehicle.Standing == VehicleStanding.Denied && vehicle.Until is { } end ? clock.Field(end) : null,
    };

    /// <summary>The vehicle that the form describes, or what of it cannot be read, field by field.</summary>
    internal (VehicleDraft? Draft, FieldFaults Faults) Read(ConsoleClock clock, TimeProvider time)
    {
        var faults = new FieldFaults();
        if (Chose is not { } standing)
        {
            faults.Add("standing", VehicleFormTexts.ChooseStanding);
            return (null, faults);
        }

        if (standing == VehicleStanding.Denied)
        {
            var end = Instant("denyUntil", DenyUntil, clock, faults);
            return (faults.Any ? null : new VehicleDraft(Plate ?? "", standing, Until: end, Note: Kept(DenyReason)), faults);
        }

        var guest = standing is VehicleStanding.Visitor or VehicleStanding.Worker;
        var (from, until) = guest ? Span(clock, time, faults) : (null, null);
        var host = guest ? Kept(Host) : null;
        var draft = new VehicleDraft(
            Plate ?? "",
            standing,
            // Whoever is visited answers for a car whose driver's name nobody asked for.
            Kept(Owner) ?? host,
            Kept(Unit),
            Phone,
            from,
            until,
            guest ? Kept(Hours) : null,
            guest ? Number("entries", Entries, faults) : null,
            host,
            Number("paidMinutes", PaidMinutes, faults),
            Kept(Note));
        return (faults.Any ? null : draft, faults);
    }

    private static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static int? Number(string field, string? text, FieldFaults faults)
    {
        if (Kept(text) is not { } kept)
        {
            return null;
        }

        if (int.TryParse(kept, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        faults.Add(field, VehicleFormTexts.NoNumber);
        return null;
    }

    private static DateTimeOffset? Instant(string field, string? text, ConsoleClock clock, FieldFaults faults)
    {
        if (Kept(text) is not { } kept)
        {
            return null;
        }

        if (clock.FromField(kept) is { } instant)
        {
            return instant;
        }

        faults.Add(field, VehicleFormTexts.NoTime);
        return null;
    }

    private (DateTimeOffset? From, DateTimeOffset? Until) Span(ConsoleClock clock, TimeProvider time, FieldFaults faults) => Window switch
    {
        TwoHours => (null, time.GetUtcNow().AddHours(2)),
        ThreeDays => (null, clock.EndOfDay(2)),
        Month => (null, clock.EndOfDay(29)),
        Chosen => (Instant("from", From, clock, faults), Instant("until", Until, clock, faults)),
        _ => (null, clock.EndOfDay()),
    };
}
