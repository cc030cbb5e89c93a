using Gateway.Cloud.Contract;
using Gateway.Edge.Accounts;

namespace Gateway.Edge.Console.Texts;

/// <summary>Sign-in, confirmation, refusal, and one's own account.</summary>
internal static class SignInTexts
{
    public static LocalizedText Name { get; } = new("登录名", "Log-in name");

    public static LocalizedText Password { get; } = new("密码", "Password");

    public static LocalizedText Hint { get; } = new(
        "忘记密码请找管理员；管理员可在网关上运行 gateway accounts reset-password。",
        "Forgotten? Ask an administrator; an administrator runs gateway accounts reset-password on the gateway.");

    public static LocalizedText Wrong { get; } = new("登录名或密码不正确。", "Name or password is wrong.");

    public static LocalizedText LockedOut { get; } = new(
        $"多次输入错误，账号已锁定 {(int)Credentials.Lockout.TotalMinutes} 分钟；管理员可重置密码解锁。",
        $"Too many wrong tries: the account is locked for {(int)Credentials.Lockout.TotalMinutes} minutes. An administrator can reset the password.");

    public static LocalizedText Disabled { get; } = new("该账号已停用，请联系管理员。", "This account is disabled. Ask an administrator.");

    public static LocalizedText Code { get; } = new("动态验证码", "Code");

    public static LocalizedText CodeHint { get; } = new("验证器应用中的 6 位数字，或一个恢复码。", "Six digits from the authenticator app, or a recovery code.");

    public static LocalizedText WrongCode { get; } = new("验证码不正确或已用过。", "The code is wrong or was used already.");

    public static LocalizedText Again { get; } = new("请重新登录。", "Please sign in again.");

    public static LocalizedText Confirm { get; } = new("确认身份", "Confirm it is you");

    public static LocalizedText ConfirmHint { get; } = new(
        "远程开闸、导出和删除之前须再次输入密码，5 分钟内有效。",
        "Before opening a gate from here, exporting or erasing, give your password again. It counts for five minutes.");

    public static LocalizedText PasswordOrCode { get; } = new("密码或动态验证码", "Password or code");

    public static LocalizedText ConfirmFirst { get; } = new("此操作须先确认身份。", "Confirm that it is you before this.");

    public static LocalizedText NotYou { get; } = new("不正确。", "That is wrong.");

    public static LocalizedText NoPermission { get; } = new("没有权限", "Not with your role");

    public static LocalizedText WhoCan { get; } = new("您的角色是{0}。可以打开此页面的角色：{1}。", "Your role is {0}. Roles that may open this page: {1}.");

    public static LocalizedText WhoMay { get; } = new("此操作只有以下角色可以进行：{0}。", "Only these roles may do this: {0}.");

    public static LocalizedText Separator { get; } = new("、", ", ");

    public static LocalizedText ChangePassword { get; } = new("修改密码", "Change password");

    public static LocalizedText MustChange { get; } = new("首次登录须先修改密码。", "Choose your own password first.");

    public static LocalizedText Current { get; } = new("当前密码", "Current password");

    public static LocalizedText Chosen { get; } = new("新密码", "New password");

    public static LocalizedText Repeat { get; } = new("再次输入新密码", "New password again");

    public static LocalizedText Differ { get; } = new("两次输入的新密码不同。", "The new passwords differ.");

    public static LocalizedText WrongCurrent { get; } = new("当前密码不正确。", "The current password is wrong.");

    public static LocalizedText PasswordChanged { get; } = new("密码已修改，其他会话已结束。", "The password is changed; your other sessions have ended.");

    public static LocalizedText Rule { get; } = new(
        $"{OwnAccount.ShortestPassword} 个字符以上，不含登录名", $"{OwnAccount.ShortestPassword} characters or more, without the log-in name");

    public static LocalizedText Save { get; } = new("保存", "Save");
}
