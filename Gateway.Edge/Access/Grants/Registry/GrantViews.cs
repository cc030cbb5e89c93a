using Gateway.Edge.Access.Grants.Devices;

namespace Gateway.Edge.Access.Grants.Registry;

/// <summary>Grants as staff see them.</summary>
internal sealed class GrantViews(GrantBook book, ReceiptLedger receipts, TimeProvider clock)
{
    /// <summary>One grant.</summary>
    public GrantView Of(Grant grant) => new(
        grant,
        book.Now.Worker(grant.Worker) ?? new TemporaryWorker(grant.Worker, "?", null, null, 0),
        grant.StateAt(clock.GetUtcNow()),
        GrantSentences.Tag(grant),
        receipts.Outstanding(grant));

    /// <summary>Those that fit a filter, the newest first.</summary>
    public IReadOnlyList<GrantView> List(GrantFilter filter) =>
    [
        .. book.Now.All
            .Where(grant => (filter.Inside is not { } inside || inside == grant.InsideSince is not null)
                && (filter.Overstaying is not { } over || over == grant.OverstayedAt is not null))
            .OrderByDescending(grant => grant.EnteredAt).ThenBy(grant => grant.Id)
            .Select(Of)
            .Where(view => (filter.State is null || view.State == filter.State) && Matches(view, filter.Search?.Trim() ?? ""))
            .Skip(Math.Max(filter.Skip, 0))
            .Take(Math.Clamp(filter.Limit, 1, 1000)),
    ];

    private static bool Matches(GrantView view, string text) =>
        text.Length == 0
        || view.Worker.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
        || view.Grant.Host.Contains(text, StringComparison.OrdinalIgnoreCase)
        || view.Tag.Zh.Contains(text, StringComparison.OrdinalIgnoreCase)
        || view.Tag.En.Contains(text, StringComparison.OrdinalIgnoreCase);
}
