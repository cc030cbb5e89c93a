namespace Gateway.Edge.Accounts;

/// <summary>What became of a password or a code that somebody offered.</summary>
/// <param name="Verdict">Right or not.</param>
/// <param name="Account">The account where there is one of that name; null otherwise.</param>
internal sealed record CredentialCheck(CredentialVerdict Verdict, AccountStanding? Account);
