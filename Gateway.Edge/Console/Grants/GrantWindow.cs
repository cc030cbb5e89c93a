using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Console.Vehicles;

namespace Gateway.Edge.Console.Grants;

/// <summary>How long access lasts, by the choices of the forms.</summary>
internal sealed class GrantWindow(ConsoleClock clock, TimeProvider time)
{
    public const string TwoHours = "2h";
    public const string Today = "today";
    public const string ThreeDays = "3d";
    public const string Month = "month";

    /// <summary>Begin and end are typed.</summary>
    public const string Chosen = "chosen";

    /// <summary>Begin and end; a begin of null is now. What cannot be read stands in <paramref name="faults"/>, and the end is null.</summary>
    public (DateTimeOffset? From, DateTimeOffset? Until) Read(string? choice, string? from, string? until, FieldFaults faults) => choice switch
    {
        TwoHours => (null, time.GetUtcNow().AddHours(2)),
        ThreeDays => (null, clock.EndOfDay(2)),
        Month => (null, clock.EndOfMonth()),
        Chosen => (Typed("from", from, isNeeded: false, faults), Typed("until", until, isNeeded: true, faults)),
        _ => (null, clock.EndOfDay()),
    };

    /// <summary>A later end: so many hours or days after the present one, or after now where that has passed.</summary>
    public DateTimeOffset? Later(string? choice, DateTimeOffset end, string? until, FieldFaults faults)
    {
        var from = end > time.GetUtcNow() ? end : time.GetUtcNow();
        return choice switch
        {
            TwoHours => from.AddHours(2),
            ThreeDays => from.AddDays(3),
            Month => from.AddDays(30),
            Chosen => Typed("until", until, isNeeded: true, faults),
            _ => from.AddDays(1),
        };
    }

    /// <summary>An earlier end.</summary>
    public DateTimeOffset? Earlier(string? choice, string? until, FieldFaults faults) => choice switch
    {
        TwoHours => time.GetUtcNow().AddHours(2),
        Chosen => Typed("until", until, isNeeded: true, faults),
        _ => clock.EndOfDay(),
    };

    private DateTimeOffset? Typed(string field, string? text, bool isNeeded, FieldFaults faults)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (isNeeded)
            {
                faults.Add(field, VehicleFormTexts.NoTime);
            }

            return null;
        }

        if (clock.FromField(text.Trim()) is { } instant)
        {
            return instant;
        }

        faults.Add(field, VehicleFormTexts.NoTime);
        return null;
    }
}
