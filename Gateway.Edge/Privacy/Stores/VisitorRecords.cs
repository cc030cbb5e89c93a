using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Visitors;
using Gateway.Edge.Privacy.People;

namespace Gateway.Edge.Privacy.Stores;

/// <summary>Invitations: those that a resident made, and the one that a visitor came by. Whom they are for lies with the grants.</summary>
internal sealed class VisitorRecords(InvitationDesk desk, InvitationBook book, InvitationViews views) : IPersonStore
{
    /// <inheritdoc/>
    public string Name => "visitors";

    /// <inheritdoc/>
    public LocalizedText Title { get; } = StoreWords.Invitation;

    /// <inheritdoc/>
    public LocalizedText? Stays => null;

    /// <inheritdoc/>
    public Task<StoreContent> ReadAsync(DataSubject subject, IProgress<double> progress, CancellationToken cancellationToken)
    {
        // Another person's name is no part of what one may carry away: when and where somebody was invited is.
        var made = views.List(subject.Id).Select(view => new { view.Id, view.From, view.Until, view.Gates, view.Visits, view.Made }).ToList();
        return Task.FromResult(made.Count == 0 ? StoreContent.Nothing : new StoreContent(
            [new("invitations.json", PrivacyJson.Bytes(made))], [StoreLine.Of(StoreWords.Invitation, $"{made.Count}")]));
    }

    /// <inheritdoc/>
    public async Task<StoreErasure> EraseAsync(DataSubject subject, string by, CancellationToken cancellationToken)
    {
        var theirs = book.All.Where(invitation => invitation.Host == subject.Id || subject.Grants.Contains(invitation.Grant)).ToList();
        foreach (var invitation in theirs)
        {
            // The visitor's own data goes with the end of the grant, as always.
            await desk.CancelAsync(invitation.Grant, invitation.Host, by, cancellationToken);
            book.Remove(invitation);
        }

        return StoreErasure.Done(new StoreCount(StoreWords.Invitation, theirs.Count));
    }
}
