using System.Globalization;
using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Visitors;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Vehicles;

namespace Gateway.Edge.Console.Visitors;

/// <summary>An invitation as a form holds it.</summary>
public sealed class InvitationForm
{
    private static readonly TimeSpan s_usual = TimeSpan.FromHours(4);
    private static readonly LocalizedText s_time = new("请填写日期和时间。", "Give a date and a time.");

    public string? Name { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }

    public string? Visits { get; set; }

    /// <summary>The gates that were ticked; see <see cref="ReadGatesAsync"/>.</summary>
    internal IReadOnlyList<string> Gates { get; private set; } = [];

    /// <summary>What the form shows at first: from now, for an afternoon.</summary>
    internal static InvitationForm Usual(ConsoleClock clock, DateTimeOffset now) =>
        new() { From = clock.Field(now), Until = clock.Field(now + s_usual), Visits = "1" };

    /// <summary>Boxes that are not ticked are not sent: those that are have no numbers in a row by which the form could be filled by itself.</summary>
    internal async Task ReadGatesAsync(HttpContext context) =>
        Gates = [.. (await context.Request.ReadFormAsync(context.RequestAborted))["gates"].OfType<string>()];

    /// <summary>What was typed; null where it cannot be read, and then the faults say why.</summary>
    internal InvitationDraft? ToDraft(Guid host, ConsoleClock clock, FieldFaults faults)
    {
        var (from, until) = (clock.FromField(From), clock.FromField(Until));
        var isWhole = int.TryParse(Visits, NumberStyles.None, CultureInfo.InvariantCulture, out var visits);
        if (from is null && !string.IsNullOrWhiteSpace(From))
        {
            faults.Add("from", s_time);
        }

        if (until is null)
        {
            faults.Add("until", s_time);
        }

        if (!isWhole)
        {
            faults.Add(VisitorRefusals.Visits.Field, VisitorRefusals.Visits.Reason);
        }

        return faults.Any ? null : new InvitationDraft(host, Name ?? "", until!.Value, from, Gates, visits);
    }
}
