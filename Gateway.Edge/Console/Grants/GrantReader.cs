using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Console.Status;

namespace Gateway.Edge.Console.Grants;

/// <summary>Puts together the list of grants and finds people who were here before. Reads only what is in memory; safe for use by several threads.</summary>
internal sealed class GrantReader(GrantBook book, GrantViews views, GrantWords words, GrantGates gates, ConsoleClock clock, TimeProvider time)
{
    /// <summary>Grants shown of each group: the rest is found by searching.</summary>
    public const int Shown = 40;

    /// <summary>Ended grants shown: the latest.</summary>
    public const int ShownEnded = 20;

    /// <summary>Grants shown that a search has found.</summary>
    public const int ShownFound = 50;

    /// <summary>People shown who may be meant by what is typed.</summary>
    public const int ShownPeople = 6;

    /// <summary>The list. Whoever may not change anything sees what holds today, and nothing that is over.</summary>
    public GrantList Read(bool mayChange)
    {
        var (now, today) = (time.GetUtcNow(), clock.EndOfDay());
        var groups = book.Now.All.GroupBy(grant => GroupOf(grant, now, today)).ToDictionary(group => group.Key, group => group.ToList());
        GrantGroup[] shown = mayChange ? Enum.GetValues<GrantGroup>() : [GrantGroup.Overstaying, GrantGroup.Inside, GrantGroup.StartsToday, GrantGroup.Valid];
        return new GrantList([.. shown.Select(group => View(group, groups.GetValueOrDefault(group, [])))], mayChange, gates.SeesLeaving, book.Now.IsLockedDown);
    }

    /// <summary>Grants whose name, tag, host or number fits, what still holds first; null where nothing is asked for.</summary>
    public GrantGroupView? Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var (part, now, today) = (text.Trim(), time.GetUtcNow(), clock.EndOfDay());
        var found = book.Now.All.Where(grant => Fits(grant, part)).ToList();
        return new GrantGroupView(
            GrantGroup.Valid,
            [.. found.OrderBy(grant => !grant.IsLive).ThenBy(grant => grant.Until).Take(ShownFound).Select(grant => words.Line(views.Of(grant), GroupOf(grant, now, today)))],
            found.Count);
    }

    /// <summary>One grant with its place in the list; null for none.</summary>
    public GrantLine? Line(Guid id) => book.Now.Find(id) is { } grant ? words.Line(views.Of(grant), GroupOf(grant, time.GetUtcNow(), clock.EndOfDay())) : null;

    /// <summary>One grant; null for none.</summary>
    public GrantView? View(Guid id) => book.Now.Find(id) is { } grant ? views.Of(grant) : null;

    /// <summary>People who were here before and may be meant by what is typed as a name, or as the end of a phone number.</summary>
    public IReadOnlyList<KnownWorker> People(string? typed) => typed?.Trim() is { Length: > 0 } text
        ? [.. book.Now.Workers.Where(worker => Fits(worker, text)).OrderBy(worker => worker.Name, StringComparer.Ordinal).Take(ShownPeople).Select(KnownOf)]
        : [];

    /// <summary>Somebody who was here before; null for nobody.</summary>
    public KnownWorker? Person(Guid? worker) => worker is { } id && book.Now.Worker(id) is { } known ? KnownOf(known) : null;

    /// <summary>Tags of the compound's own that were used before, those of the newest grants first.</summary>
    public IReadOnlyList<string> OwnTags(int most) =>
    [
        .. book.Now.All.OrderByDescending(grant => grant.EnteredAt).Select(grant => grant.Tag)
            .Where(tag => !WorkerTag.Usual.Any(usual => usual.Code == tag)).Distinct(StringComparer.Ordinal).Take(most),
    ];

    private static GrantGroup GroupOf(Grant grant, DateTimeOffset now, DateTimeOffset today) =>
        grant.OverstayedAt is not null && grant.InsideSince is not null ? GrantGroup.Overstaying
        : grant.InsideSince is not null ? GrantGroup.Inside
        : grant.StateAt(now) switch
        {
            GrantState.Coming => grant.From <= today ? GrantGroup.StartsToday : GrantGroup.Later,
            GrantState.Running => GrantGroup.Valid,
            _ => GrantGroup.Ended,
        };

    private static bool Fits(TemporaryWorker worker, string text) =>
        worker.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || (text.Length >= 3 && worker.MaskedPhone?.EndsWith(text, StringComparison.Ordinal) == true);

    private bool Fits(Grant grant, string text) =>
        (book.Now.Worker(grant.Worker) is { } worker && Fits(worker, text))
        || grant.Host.Contains(text, StringComparison.OrdinalIgnoreCase)
        || GrantSentences.Tag(grant) is var tag && (tag.Zh.Contains(text, StringComparison.OrdinalIgnoreCase) || tag.En.Contains(text, StringComparison.OrdinalIgnoreCase));

    private KnownWorker KnownOf(TemporaryWorker worker) => new(
        worker.Id, worker.Name, worker.MaskedPhone, book.Now.GrantsOf(worker.Id).Select(GrantSentences.Tag).FirstOrDefault(), worker.Templates > 0);

    private GrantGroupView View(GrantGroup group, List<Grant> grants) => new(
        group,
        [.. (group == GrantGroup.Ended
            ? grants.OrderByDescending(grant => grant.RevokedAt ?? grant.Until).Take(ShownEnded)
            : grants.OrderBy(grant => group is GrantGroup.Valid or GrantGroup.Inside or GrantGroup.Overstaying ? grant.Until : grant.From).ThenBy(grant => grant.Id).Take(Shown))
            .Select(grant => words.Line(views.Of(grant), group))],
        grants.Count);
}
