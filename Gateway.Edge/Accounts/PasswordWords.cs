using Gateway.Cloud.Contract;

namespace Gateway.Edge.Accounts;

/// <summary>Why a password is not taken.</summary>
internal static class PasswordWords
{
    public static LocalizedText TooWeak { get; } = new(
        $"新密码须为 {OwnAccount.ShortestPassword} 至 {Credentials.LongestPassword} 个字符，至少 5 个不同的字符，且不能包含登录名。",
        $"The new password has {OwnAccount.ShortestPassword} to {Credentials.LongestPassword} characters, at least 5 different ones, and does not hold the log-in name.");

    public static LocalizedText Same { get; } = new("新密码与现在的密码相同。", "The new password is the one you have.");
}
