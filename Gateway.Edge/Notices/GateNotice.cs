using Gateway.Cloud.Contract;

namespace Gateway.Edge.Notices;

/// <summary>A message on the displays at the gates while nobody stands there.</summary>
/// <param name="Id">UUID; a notice of the station keeps the one that the station gave it.</param>
/// <param name="Words">What is shown, both languages at once.</param>
/// <param name="Gates">Device ids of the gates; none for all of them.</param>
/// <param name="From">From when on.</param>
/// <param name="Until">Until when.</param>
/// <param name="Source">Whose it is.</param>
/// <param name="By">Who had it shown.</param>
internal sealed record GateNotice(Guid Id, LocalizedText Words, IReadOnlyList<string> Gates, DateTimeOffset From, DateTimeOffset Until, NoticeSource Source, string By)
{
    /// <summary>Whether it stands on a gate's display at an instant.</summary>
    public bool IsShown(string gate, DateTimeOffset now) => From <= now && now < Until && (Gates.Count == 0 || Gates.Contains(gate, StringComparer.Ordinal));
}
