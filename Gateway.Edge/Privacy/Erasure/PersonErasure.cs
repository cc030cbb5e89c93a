using Gateway.Edge.Privacy.People;

namespace Gateway.Edge.Privacy.Erasure;

/// <summary>One person's erasure, under way or done. Holds no name.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Subject">Opaque id that the person had.</param>
/// <param name="Kind">As what the compound knew the person.</param>
/// <param name="Basis">Code of the <see cref="ErasureBasis"/>.</param>
/// <param name="BegunBy">Who ordered it.</param>
/// <param name="BegunAt">When.</param>
/// <param name="FinishedAt">When everything was done; null before.</param>
/// <param name="BackupsAt">When copies made until then have to be gone; null before the end.</param>
/// <param name="Waiting">Devices that have not confirmed yet, or why it stands still; null while nothing is waited for.</param>
/// <param name="Steps">Receipts, in order.</param>
internal sealed record PersonErasure(
    Guid Id,
    Guid Subject,
    SubjectKind Kind,
    string Basis,
    string BegunBy,
    DateTimeOffset BegunAt,
    DateTimeOffset? FinishedAt,
    DateTimeOffset? BackupsAt,
    string? Waiting,
    IReadOnlyList<ErasureStep> Steps);
