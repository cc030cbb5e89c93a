using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>The consent ledger and the impact assessment.</summary>
internal static class PrivacyPaperTexts
{
    public static LocalizedText ConsentsLead { get; } = new("每一次同意和撤回，以及同意书的版本。已删除的人只留编号。", "Every consent and withdrawal with the version of the text. Whoever was erased stands by number alone.");

    public static LocalizedText ConsentsFind { get; } = new("姓名、编号或版本", "Name, number or version");

    public static LocalizedText ConsentsFile { get; } = new("导出 CSV", "Export as CSV");

    public static LocalizedText NoConsents { get; } = new("没有同意记录", "No consents");

    public static LocalizedText NoConsentsHint { get; } = new("登记人脸时的同意会出现在这里。", "Consents given with a face appear here.");

    public static LocalizedText Nameless { get; } = new("已删除", "erased");

    public static LocalizedText Given { get; } = new("{0} 同意，版本 {1}", "consented on {0}, text {1}");

    public static LocalizedText GivenBy { get; } = new("同意人：{0}", "given by {0}");

    public static LocalizedText Withdrawn { get; } = new("{0} 撤回", "withdrawn on {0}");

    public static LocalizedText WithdrawnBy { get; } = new("撤回人：{0}", "by {0}");

    public static LocalizedText Stands { get; } = new("有效", "stands");

    public static LocalizedText AssessmentLead { get; } = new("使用人脸识别前须做个人信息保护影响评估，并至少保存 {0} 年。每次保存为一个新版本，旧版本不会改动。", "Before faces are recognised their impact on people has to be assessed, and the assessment kept for at least {0} years. Each saving is a new version; earlier ones are never changed.");

    public static LocalizedText Save { get; } = new("保存为新版本", "Save as a new version");

    public static LocalizedText Saved { get; } = new("已保存为第 {0} 版。", "Saved as version {0}.");

    public static LocalizedText TooLong { get; } = new("每栏最多 {0} 个字符。", "At most {0} characters in each field.");

    public static LocalizedText Missing { get; } = new("请填写每一栏：影响评估缺一不可。", "Fill in every field: an assessment without it is none.");

    public static LocalizedText Versions { get; } = new("各个版本", "Versions");

    public static LocalizedText Version { get; } = new("第 {0} 版", "Version {0}");

    public static LocalizedText KeptUntil { get; } = new("至少保存至 {0}", "to be kept until {0} at least");

    public static LocalizedText None { get; } = new("还没有保存过影响评估。", "No assessment has been saved yet.");

    public static LocalizedText Shown { get; } = new("所示为第 {0} 版，{1} 由 {2} 保存。", "This is version {0}, saved on {1} by {2}.");

    public static LocalizedText Purpose { get; } = new("目的和方式：处理人脸做什么，是否合法、正当、必要", "Purpose and manner: what faces are processed for, and whether that is lawful and justified");

    public static LocalizedText Necessity { get; } = new("必要性：为什么非用人脸不可，考虑过哪些其他办法", "Necessity: why it has to be the face, and what else was considered");

    public static LocalizedText Data { get; } = new("涉及的人和信息、存储地点和期限", "Whose data and which, where they lie and for how long");

    public static LocalizedText Consent { get; } = new("告知和单独同意，未满十四周岁者的监护人同意", "How people are told and consent separately, and guardians for children under 14");

    public static LocalizedText Alternative { get; } = new("不刷脸的进出方式", "The way in without the face");

    public static LocalizedText Risks { get; } = new("对个人权益的影响和可能的危害", "Effects on people's rights, and what harm there may be");

    public static LocalizedText Measures { get; } = new("保护措施及其与风险是否相适应", "Measures taken, and whether they fit the risks");

    public static LocalizedText Conclusion { get; } = new("结论、评估人和复核人", "Conclusion, who assessed and who looked it over");
}
