using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.Vehicles;

/// <summary>Registered vehicles in words. Safe for several threads.</summary>
internal sealed class VehicleLines(ConsoleClock clock, TimeProvider time)
{
    public VehicleLine Of(Vehicle vehicle)
    {
        var (tone, icon) = Look(vehicle.Standing);
        return new VehicleLine(
            vehicle.Id,
            PlateView.Of(vehicle.Plate),
            VehicleTexts.Standing(vehicle.Standing),
            tone,
            icon,
            vehicle.Owner,
            vehicle.Unit ?? vehicle.Grant?.Host,
            vehicle.MaskedPhone,
            Window(vehicle),
            Closed(vehicle),
            vehicle.Note);
    }

    /// <summary>Colour and icon of a standing.</summary>
    public static (Tone Tone, string Icon) Look(VehicleStanding standing) => standing switch
    {
        VehicleStanding.Resident => (Tone.Good, "home"),
        VehicleStanding.Visitor => (Tone.Unknown, "user"),
        VehicleStanding.Worker => (Tone.Unknown, "tool"),
        _ => (Tone.Emergency, "ban"),
    };

    private LocalizedText? Window(Vehicle vehicle)
    {
        var parts = new List<LocalizedText>(2);
        if (vehicle.From is { } from && vehicle.Until is { } till && from > time.GetUtcNow())
        {
            parts.Add(Fill(VehicleTexts.FromUntil, clock.Minute(from), clock.Minute(till)));
        }
        else if (vehicle.Until is { } until)
        {
            parts.Add(Fill(VehicleTexts.Until, clock.Minute(until)));
        }

        if (vehicle.Standing is VehicleStanding.Visitor or VehicleStanding.Worker)
        {
            parts.Add(vehicle.EntriesLeft switch
            {
                null => VehicleTexts.AnyEntries,
                <= 0 => VehicleTexts.NoEntries,
                1 => VehicleTexts.LastEntry,
                { } left => Fill(VehicleTexts.EntriesLeft, left),
            });
        }

        return parts.Count == 0 ? null : new(string.Join("，", parts.Select(part => part.Zh)), string.Join(", ", parts.Select(part => part.En)));
    }

    private LocalizedText? Closed(Vehicle vehicle)
    {
        var now = time.GetUtcNow();
        return vehicle switch
        {
            { Until: { } until } when until <= now => VehicleTexts.Ended,
            { Standing: VehicleStanding.Denied } => null,
            { From: { } from } when from > now => VehicleTexts.NotYet,
            { EntriesLeft: <= 0 } => VehicleTexts.UsedUp,
            _ => null,
        };
    }

    private static LocalizedText Fill(LocalizedText text, params object[] values) =>
        new(Language.Chinese.Fill(text, values), Language.English.Fill(text, values));
}
