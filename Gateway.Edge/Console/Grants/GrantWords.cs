using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.Grants;

/// <summary>Grants in words. Safe for use by several threads.</summary>
internal sealed class GrantWords(ConsoleClock clock, GrantGates gates, TimeProvider time)
{
    /// <summary>A grant as a line of the list.</summary>
    public GrantLine Line(GrantView view, GrantGroup group)
    {
        var grant = view.Grant;
        return new GrantLine(
            grant.Id,
            group,
            view.Worker.Name,
            view.Tag,
            view.Worker.MaskedPhone,
            grant.Host,
            gates.Words(grant.Places),
            When(grant, view.State),
            Limits(grant),
            State(grant, view.State, group),
            grant.InsideSince,
            grant.LastEntry is { } entry ? Fill(GrantTexts.LastEntry, clock.Minute(entry.At), gates.Names([entry.Gate])) : null,
            view.Outstanding.Count == 0 ? null : Fill(grant.IsLive ? GrantTexts.NotConfirmed : GrantTexts.NotErased, gates.Names(view.Outstanding)),
            grant.IsLive,
            grant.RevokedAt is not null);
    }

    /// <summary>One plain sentence of what was granted.</summary>
    public LocalizedText Sentence(GrantView view, IReadOnlyList<string> plates)
    {
        var grant = view.Grant;
        var from = grant.From > time.GetUtcNow() ? Fill(GrantTexts.SentenceFrom, clock.Minute(grant.From)) : new LocalizedText("", "");
        var sentence = Fill(GrantTexts.Sentence, view.Worker.Name, view.Tag, from, clock.Minute(grant.Until), gates.Words(grant.Places), grant.Host);
        if (Limits(grant) is { } limits)
        {
            sentence = Joined(sentence, Fill(GrantTexts.SentenceLimits, limits));
        }

        return plates.Count == 0 ? sentence : Joined(sentence, Fill(GrantTexts.SentencePlates, string.Join('、', plates)));
    }

    /// <summary>The text with values, which may be texts themselves, in both languages.</summary>
    public static LocalizedText Fill(LocalizedText text, params object[] values) => new(
        Language.Chinese.Fill(text, [.. values.Select(value => value is LocalizedText words ? words.Zh : value)]),
        Language.English.Fill(text, [.. values.Select(value => value is LocalizedText words ? words.En : value)]));

    private LocalizedText When(Grant grant, GrantState state) => state switch
    {
        GrantState.Revoked => Fill(GrantTexts.RevokedAt, clock.Minute(grant.RevokedAt!.Value)),
        GrantState.Ended => Fill(GrantTexts.EndedAt, clock.Minute(grant.Until)),
        GrantState.Coming => Fill(GrantTexts.FromUntil, clock.Minute(grant.From), clock.Minute(grant.Until)),
        _ => Fill(GrantTexts.UntilAt, clock.Minute(grant.Until)),
    };

    private static LocalizedText? State(Grant grant, GrantState state, GrantGroup group) => (state, group) switch
    {
        (GrantState.Revoked, GrantGroup.Ended) => GrantTexts.StateRevoked,
        (GrantState.Revoked, _) => GrantTexts.StateRevokedInside,
        (GrantState.Ended, not GrantGroup.Ended) => GrantTexts.StateEndedInside,
        _ => grant.EntriesLeft == 0 && grant.IsLive ? GrantTexts.NoEntries : null,
    };

    private static LocalizedText? Limits(Grant grant)
    {
        var parts = new List<LocalizedText>(3);
        if (grant.Hours is { } hours)
        {
            parts.Add(new LocalizedText(hours.Text, hours.Text));
        }

        if (grant.Holidays != HolidayRule.AnyDay)
        {
            parts.Add(GrantFormTexts.HolidaysOf(grant.Holidays));
        }

        if (grant.EntriesLeft is { } left)
        {
            parts.Add(Fill(GrantTexts.EntriesLeft, left));
        }

        return parts.Count == 0 ? null : new(string.Join("，", parts.Select(part => part.Zh)), string.Join(", ", parts.Select(part => part.En)));
    }

    private static LocalizedText Joined(LocalizedText first, LocalizedText second) => new(first.Zh + second.Zh, $"{first.En} {second.En}");
}
