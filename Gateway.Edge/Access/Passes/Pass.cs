namespace Gateway.Edge.Access.Passes;

/// <summary>A card or a phone that opens gates for one person. Holds nothing that opens one by itself.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Subject">Whose it is: the id by which the compound knows the person.</param>
/// <param name="Kind">Card, code or PIN.</param>
/// <param name="Hint">The card's last three characters, to tell cards apart; null for anything else.</param>
/// <param name="Issued">When it was given.</param>
/// <param name="Until">When it ends; null while the person may pass.</param>
/// <param name="Revoked">When it was taken back; null while it stands.</param>
internal sealed record Pass(Guid Id, Guid Subject, PassKind Kind, string? Hint, DateTimeOffset Issued, DateTimeOffset? Until, DateTimeOffset? Revoked)
{
    /// <summary>Whether it opens anything at this moment.</summary>
    public bool StandsAt(DateTimeOffset now) => Revoked is null && (Until is not { } until || now < until);
}
