namespace Gateway.Edge.Accounts;

/// <summary>What every request has to know of an account, held in memory.</summary>
/// <param name="Id">Never used again.</param>
/// <param name="Name">Log-in name.</param>
/// <param name="Person">Who that is.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="RoleSince">Since when.</param>
/// <param name="Disabled">Nobody may sign in with it.</param>
/// <param name="MustChangePassword">Another password must be chosen before anything else.</param>
/// <param name="TwoFactor">A code is asked for beside the password.</param>
/// <param name="LockedUntil">Until when no password is looked at; null or past when one is.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Language">The language of the person's pages; null where none is chosen.</param>
/// <param name="Stamp">Changes whenever every session of the account has to end.</param>
internal sealed record AccountStanding(
    string Id,
    string Name,
    string Person,
    AccountRole Role,
    DateTimeOffset RoleSince,
    bool Disabled,
    bool MustChangePassword,
    bool TwoFactor,
    DateTimeOffset? LockedUntil,
    DateTimeOffset CreatedAt,
    string? Language,
    string Stamp)
{
    /// <summary>What is stored, as memory holds it.</summary>
    public static AccountStanding Of(Account account) => new(
        account.Id,
        account.UserName!,
        account.Person,
        account.Role,
        account.RoleSince,
        account.Disabled,
        account.MustChangePassword,
        account.TwoFactorEnabled,
        account.LockoutEnd,
        account.CreatedAt,
        account.Language,
        account.SecurityStamp!);
}
