using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>The page of audit records.</summary>
internal static class AuditTexts
{
    public static LocalizedText Title { get; } = new("审计记录", "Audit");

    public static LocalizedText Hint { get; } = new("谁在何时、何地、为何做了什么。", "Who did what, when, from where and why.");

    public static LocalizedText Search { get; } = new("账号、操作或原因", "Account, deed or reason");

    public static LocalizedText Find { get; } = new("查找", "Find");

    public static LocalizedText Since { get; } = new("从", "From");

    public static LocalizedText Until { get; } = new("到", "Until");

    public static LocalizedText Nothing { get; } = new("没有找到记录", "No records found");

    public static LocalizedText NothingHint { get; } = new("试试更少的条件或更长的时间。", "Try fewer words or a longer time.");

    public static LocalizedText By { get; } = new("操作人", "By");

    public static LocalizedText Why { get; } = new("原因", "Reason");

    public static LocalizedText Older { get; } = new("更早的记录", "Older records");

    public static LocalizedText Newest { get; } = new("最新的记录", "Newest records");

    public static LocalizedText Unreadable { get; } = new("日志暂时读不出来：{0}", "The journal cannot be read at the moment: {0}");

    public static LocalizedText Enrolled { get; } = new("登记居民", "Resident enrolled");

    public static LocalizedText Withdrawn { get; } = new("撤回居民同意并删除人脸数据", "Resident's consent withdrawn, face data erased");

    public static LocalizedText ResidentErased { get; } = new("删除了一名居民的全部登记", "Everything registered of a resident was erased");
}
