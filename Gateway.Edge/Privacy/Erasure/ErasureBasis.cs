using Gateway.Cloud.Contract;

namespace Gateway.Edge.Privacy.Erasure;

/// <summary>Why a person is erased, as a stable code: free words might name the person.</summary>
/// <param name="Code">Such as <c>request-id</c>.</param>
/// <param name="Words">The same in words.</param>
internal sealed record ErasureBasis(string Code, LocalizedText Words)
{
    /// <summary>Every basis.</summary>
    public static IReadOnlyList<ErasureBasis> All { get; } =
    [
        new("request-id", new("本人要求，已核对证件", "At the person's request, document checked")),
        new("request-known", new("本人要求，工作人员认识本人", "At the person's request, known to staff")),
        new("request-written", new("书面或代理人要求，已核对", "At a written request or a representative's, checked")),
        new("moved", new("已搬离，不再需要", "Moved away, no longer needed")),
        new("unlawful", new("无处理依据", "Nothing entitles to keep it")),
    ];

    /// <summary>The basis of a code; null for none.</summary>
    public static ErasureBasis? Find(string? code) => All.FirstOrDefault(basis => basis.Code == code);
}
