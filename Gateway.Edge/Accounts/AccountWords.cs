using Gateway.Cloud.Contract;

namespace Gateway.Edge.Accounts;

/// <summary>What is said and recorded of accounts: log-in names, never people's.</summary>
internal static class AccountWords
{
    public static LocalizedText Absent { get; } = new("没有这个账号。", "There is no such account.");

    public static LocalizedText Taken { get; } = new("这个登录名已被使用。", "This log-in name is taken.");

    public static LocalizedText LastAdministrator { get; } = new(
        "这是最后一个可用的管理员账号，须先另设一名管理员。", "This is the last administrator who can sign in. Make another one first.");

    public static LocalizedText Added(string name, AccountRole role) =>
        new($"新建账号 {name}，角色：{RoleWords.Of(role).Zh}", $"Account {name} made, role: {RoleWords.Of(role).En}");

    public static LocalizedText RoleChanged(string name, AccountRole role) =>
        new($"账号 {name} 的角色改为：{RoleWords.Of(role).Zh}", $"Role of account {name} changed to: {RoleWords.Of(role).En}");

    public static LocalizedText Enabled(string name) => new($"启用账号 {name}", $"Account {name} enabled");

    public static LocalizedText Disabled(string name) => new($"停用账号 {name}", $"Account {name} disabled");

    public static LocalizedText SessionsEnded(string name) => new($"结束账号 {name} 的所有会话", $"Every session of account {name} ended");

    public static LocalizedText PasswordReset(string name) => new($"重置账号 {name} 的密码", $"Password of account {name} reset");

    public static LocalizedText Locked(string name) => new($"账号 {name} 因多次密码错误被暂时锁定", $"Account {name} locked for a while after wrong passwords");

    public static LocalizedText PasswordChanged(string name) => new($"账号 {name} 修改了自己的密码", $"Account {name} changed its password");

    public static LocalizedText CodesOn(string name) => new($"账号 {name} 开启了动态验证码", $"Account {name} turned its second factor on");

    public static LocalizedText CodesOff(string name) => new($"账号 {name} 关闭了动态验证码", $"Account {name} turned its second factor off");

    public static LocalizedText RecoveryCodes(string name) => new($"账号 {name} 生成了新的恢复码", $"Account {name} made new recovery codes");

    public static LocalizedText SignedIn { get; } = new("登录", "Signed in");

    public static LocalizedText SignedOut { get; } = new("退出登录", "Signed out");

    public static LocalizedText Confirmed { get; } = new("再次确认了身份", "Confirmed who they are");

    public static LocalizedText SignInRefused(string? name) => name is null
        ? new("登录被拒：没有这个账号", "Sign-in refused: no such account")
        : new($"登录被拒：账号 {name}", $"Sign-in refused: account {name}");
}
