using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Grants;

/// <summary>What a temporary worker does: one of the usual trades, or the compound's own word.</summary>
/// <param name="Code">Stable code such as <c>plumber</c>; the word itself for the compound's own.</param>
/// <param name="Words">As people read it.</param>
internal sealed record WorkerTag(string Code, LocalizedText Words)
{
    /// <summary>Longest word of a compound's own.</summary>
    public const int Longest = 16;

    /// <summary>The usual trades.</summary>
    public static IReadOnlyList<WorkerTag> Usual { get; } =
    [
        new("plumber", new("水电工", "plumber")),
        new("cleaner", new("保洁员", "cleaner")),
        new("gardener", new("绿化工", "gardener")),
        new("repairer", new("维修工", "repairer")),
        new("courier", new("快递员", "courier")),
        new("decorator", new("装修工", "decorator")),
        new("domestic", new("家政", "domestic help")),
    ];

    /// <summary>Whom a resident has invited; no trade, and so none of the usual ones.</summary>
    public static WorkerTag Visitor { get; } = new("visitor", new("访客", "visitor"));

    /// <summary>The tag of a code, a usual word in either language, or any other word; null for what is none.</summary>
    public static WorkerTag? Parse(string? text)
    {
        var word = text?.Trim() ?? "";
        return Usual.Append(Visitor).FirstOrDefault(tag =>
                tag.Code.Equals(word, StringComparison.OrdinalIgnoreCase) || tag.Words.Zh == word || tag.Words.En.Equals(word, StringComparison.OrdinalIgnoreCase))
            ?? (word.Length is 0 or > Longest || word.Any(char.IsControl) ? null : new WorkerTag(word, new LocalizedText(word, word)));
    }
}
