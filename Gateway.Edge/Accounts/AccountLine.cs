namespace Gateway.Edge.Accounts;

/// <summary>An account as administrators see it.</summary>
/// <param name="Name">Log-in name.</param>
/// <param name="Person">Who that is.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="RoleSince">Since when.</param>
/// <param name="Disabled">Nobody may sign in with it.</param>
/// <param name="MustChangePassword">The password is one that the gateway made.</param>
/// <param name="TwoFactor">A code is asked for beside the password.</param>
/// <param name="LockedUntil">Until when no password is looked at; null when one is.</param>
public sealed record AccountLine(
    string Name, string Person, AccountRole Role, DateTimeOffset RoleSince, bool Disabled, bool MustChangePassword, bool TwoFactor, DateTimeOffset? LockedUntil)
{
    internal static AccountLine Of(AccountStanding standing, DateTimeOffset now) => new(
        standing.Name,
        standing.Person,
        standing.Role,
        standing.RoleSince,
        standing.Disabled,
        standing.MustChangePassword,
        standing.TwoFactor,
        standing.LockedUntil > now ? standing.LockedUntil : null);
}
