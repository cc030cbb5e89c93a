using Gateway.Cloud.Contract;
using Gateway.Edge.Accounts;

namespace Gateway.Edge.Console.Texts;

/// <summary>The list of accounts, and what an administrator does there.</summary>
internal static class AccountTexts
{
    public static LocalizedText Title { get; } = new("账号", "Accounts");

    public static LocalizedText Add { get; } = new("新建账号", "New account");

    public static LocalizedText Name { get; } = new("登录名", "Log-in name");

    public static LocalizedText NameHint { get; } = new(
        $"2 至 {AccountNames.Longest} 个小写字母、数字、点、短横线或下划线", $"2 to {AccountNames.Longest} lower-case letters, digits, dots, hyphens or underscores");

    public static LocalizedText Person { get; } = new("姓名", "Person");

    public static LocalizedText Role { get; } = new("角色", "Role");

    public static LocalizedText RoleSince { get; } = new("自 {0}", "since {0}");

    public static LocalizedText ChangeRole { get; } = new("更改角色", "Change role");

    public static LocalizedText Disable { get; } = new("停用", "Disable");

    public static LocalizedText Enable { get; } = new("启用", "Enable");

    public static LocalizedText Reset { get; } = new("重置密码", "Reset password");

    public static LocalizedText EndSessions { get; } = new("结束会话", "End sessions");

    public static LocalizedText Of { get; } = new("{0}：{1}", "{0}: {1}");

    public static LocalizedText Manage { get; } = new("管理", "Manage");

    public static LocalizedText Enabled { get; } = new("可用", "Enabled");

    public static LocalizedText Disabled { get; } = new("已停用", "Disabled");

    public static LocalizedText Locked { get; } = new("已锁定至 {0}", "Locked until {0}");

    public static LocalizedText TwoFactor { get; } = new("动态验证码", "Second factor");

    public static LocalizedText MustChange { get; } = new("须修改密码", "Password to be changed");

    public static LocalizedText Saved { get; } = new("已保存。", "Saved.");

    public static LocalizedText NewPassword { get; } = new(
        "账号 {0} 的初始密码如下，只显示这一次。请当面交给本人，首次登录须修改。",
        "The first password of account {0}, shown this once. Hand it over in person; it must be changed at the first log-in.");

    public static LocalizedText NotRecorded { get; } = new("什么也没有做，因为无法记录：{0}", "Nothing was done, because it cannot be put on record: {0}");
}
