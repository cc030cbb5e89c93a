using Gateway.Edge.Journal;

namespace Gateway.Edge.Accounts;

/// <summary>
/// Makes and changes accounts. Every change is on record before it is made, or it is not made. <c>by</c> is who asks and from where. Names
/// are log-in names, in whatever case. Safe for several threads.
/// </summary>
internal interface IAccountDesk
{
    /// <summary>Every account, by name.</summary>
    Task<IReadOnlyList<AccountLine>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Makes an account with a password that must be changed at the first log-in.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be put on record.</exception>
    Task<AccountChange> AddAsync(string name, string person, AccountRole role, string by, CancellationToken cancellationToken);

    /// <summary>Gives an account another role from now on; its sessions end.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be put on record.</exception>
    Task<AccountChange> SetRoleAsync(string name, AccountRole role, string by, CancellationToken cancellationToken);

    /// <summary>Opens an account again, or closes it and ends its sessions.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be put on record.</exception>
    Task<AccountChange> SetEnabledAsync(string name, bool enabled, string by, CancellationToken cancellationToken);

    /// <summary>
    /// Gives an account a password that must be changed, lifts its lock-out, and takes its second factor off: whoever lost the password may
    /// have lost the phone, too. Its sessions end.
    /// </summary>
    /// <exception cref="JournalUnavailableException">It cannot be put on record.</exception>
    Task<AccountChange> ResetPasswordAsync(string name, string by, CancellationToken cancellationToken);

    /// <summary>Ends every session of an account.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be put on record.</exception>
    Task<AccountChange> EndSessionsAsync(string name, string by, CancellationToken cancellationToken);
}
