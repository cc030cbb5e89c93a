using Gateway.Edge.Accounts;

namespace Gateway.Edge.Console.History;

/// <summary>How far back an account may look.</summary>
internal static class HistoryView
{
    /// <summary>A guard sees nothing from before the role was given; null for all others.</summary>
    public static DateTimeOffset? From(AccountStanding? account) => account is { Role: AccountRole.Guard } guard ? guard.RoleSince : null;

    /// <summary>True when the account may see something of that time.</summary>
    public static bool Shows(AccountStanding? account, DateTimeOffset at) => !(at < From(account));
}
