using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Passes;

/// <summary>Why somebody is given no pass.</summary>
/// <param name="Field">The field that is wrong.</param>
/// <param name="Reason">What is wrong with it, and the fix.</param>
internal sealed record PassFault(string Field, LocalizedText Reason)
{
    public static PassFault BadCard { get; } = new(
        "card", new("卡号须为 8 至 64 位字母、数字或符号", "A card's number has 8 to 64 letters, digits or signs"));

    public static PassFault CardAndPin { get; } = new("pin", new("门卡和密码须分别发放", "A card and a PIN are two passes; give one, then the other"));

    public static PassFault EndsBefore { get; } = new("until", new("截止时间已过，请选择以后的时间", "The end has passed already; choose a later one"));

    public static PassFault TooMany { get; } = new(
        "subject", new($"此人已有 {PassBook.MostOfOne} 个通行凭证，请先停用不用的", $"This person holds {PassBook.MostOfOne} passes already; take back those not in use"));

    public static PassFault Nobody(Guid subject) => new("subject", new($"没有编号为 {subject} 的人员", $"There is nobody with the id {subject}"));

    public static PassFault CardTaken(Guid other) => new(
        "card", new($"此卡已登记（凭证 {other}），请先停用", $"This card is registered already, as pass {other}; take that one back first"));
}
