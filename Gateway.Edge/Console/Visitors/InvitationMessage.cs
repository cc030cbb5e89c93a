using Gateway.Edge.Access.Residents;
using Gateway.Edge.Access.Visitors;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.Visitors;

/// <summary>What is sent to a visitor.</summary>
internal sealed class InvitationMessage(ConsoleClock clock)
{
    /// <summary>The link's whole address, as whoever made it reaches the gateway.</summary>
    public static string LinkOf(HttpContext context, string key) => $"{context.Request.Scheme}://{context.Request.Host}{InvitationChange.PageOf(key)}";

    /// <summary>The text: who invites, when, and the link.</summary>
    public string Of(InvitationView view, Resident? host, string link, Language language) => language.Fill(
        InvitationTexts.MessageBody, view.Name, host is null ? "" : $"{host.Unit} {host.MaskedName}", Day(view.From), Day(view.Until), link);

    // With its day, also of today: it is read tomorrow as well.
    private string Day(DateTimeOffset instant) => clock.Field(instant).Replace('T', ' ');
}
