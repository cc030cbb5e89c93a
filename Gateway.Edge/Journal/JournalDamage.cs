namespace Gateway.Edge.Journal;

/// <summary>A record file that was found damaged at start and set aside.</summary>
/// <param name="SetAside">The folder it is kept in, unchanged.</param>
/// <param name="Finding">What was wrong.</param>
/// <param name="JournalId">Its journal id; null when that was not readable either.</param>
/// <param name="FirstUnreadable">The first sequence that could not be read or did not match its hash; null when every record was intact.</param>
/// <param name="Unreadable">How many sequences were lost that way.</param>
/// <param name="TakenOver">Intact records without receipt, appended to the new journal under their own ids.</param>
internal sealed record JournalDamage(
    string SetAside,
    string Finding,
    Guid? JournalId,
    long? FirstUnreadable,
    long Unreadable,
    long TakenOver);
