namespace Gateway.Edge.Access.Visitors;

/// <summary>An invitation as its visitor sees it: of the host the flat and the masked name, and no more.</summary>
/// <param name="Grant">Names it.</param>
/// <param name="Name">The visitor as the resident calls them.</param>
/// <param name="HostUnit">The host's flat.</param>
/// <param name="HostName">The host's masked name.</param>
/// <param name="From">Begins.</param>
/// <param name="Until">Ends.</param>
/// <param name="Gates">Device ids of gates; empty for all.</param>
/// <param name="Visits">How many times the visitor may come.</param>
/// <param name="Pass">The code; null where it is lost.</param>
/// <param name="HasFace">Whether a face is enrolled.</param>
internal sealed record Visit(
    Guid Grant, string Name, string HostUnit, string HostName, DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<string> Gates, int Visits, Guid? Pass, bool HasFace);
