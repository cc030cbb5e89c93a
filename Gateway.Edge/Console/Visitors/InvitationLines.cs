using Gateway.Edge.Access.Residents;
using Gateway.Edge.Access.Visitors;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.Visitors;

/// <summary>Invitations as pages list them.</summary>
internal sealed class InvitationLines(InvitationViews views, IResidentDirectory residents, GateNames gates, ConsoleClock clock)
{
    /// <summary>One resident's, open ones first.</summary>
    public IReadOnlyList<InvitationLine> Of(Guid host, Language language) => [.. views.List(host).Select(view => Line(view, language, host: null))];

    /// <summary>One invitation.</summary>
    public InvitationLine Of(InvitationView view, Language language, bool withHost) => Line(view, language, withHost ? HostOf(view) : null);

    /// <summary>Everybody's, with whom they are of; so many at most.</summary>
    public IReadOnlyList<InvitationLine> All(Language language, int most) => [.. views.List().Take(most).Select(view => Line(view, language, HostOf(view)))];

    private InvitationLine Line(InvitationView view, Language language, string? host)
    {
        string?[] facts = [host, language.Fill(VisitTexts.Range, clock.Minute(view.From), clock.Minute(view.Until)), gates.Line(view.Gates, language)];
        string?[] state = [language[InvitationTexts.Of(view.State)], view.Came ? language[InvitationTexts.Came] : null];
        return new InvitationLine(view.Id, view.Name, Join(facts), Join(state), view.IsOpen);
    }

    private string? HostOf(InvitationView view) => residents.Find(view.Host) is { } resident ? $"{resident.Unit} {resident.MaskedName}" : null;

    private static string Join(IEnumerable<string?> parts) => string.Join(" · ", parts.Where(part => part is not null));
}
