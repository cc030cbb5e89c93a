namespace Gateway.Edge.Accounts;

/// <summary>Log messages of accounts; never a password, a code or a name that somebody typed.</summary>
internal static partial class AccountsLog
{
    [LoggerMessage(EventId = 3401, Level = LogLevel.Warning, Message = "First account '{Name}' made; its password is in {File} and must be changed at the first log-in")]
    public static partial void FirstAccount(ILogger logger, string name, string file);

    [LoggerMessage(EventId = 3402, Level = LogLevel.Error, Message = "{Deed} by {By} could not be put on record")]
    public static partial void Unrecorded(ILogger logger, string deed, string by, Exception error);

    [LoggerMessage(EventId = 3403, Level = LogLevel.Error, Message = "A wrong password could not be counted for account '{Name}'; the pause per address holds")]
    public static partial void NotCounted(ILogger logger, string name, Exception error);
}
