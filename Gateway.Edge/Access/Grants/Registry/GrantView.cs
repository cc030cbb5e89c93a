using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Grants.Registry;

/// <summary>A grant as staff see it.</summary>
/// <param name="Grant">The grant.</param>
/// <param name="Worker">Whose.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Tag">What the worker does.</param>
/// <param name="Outstanding">Devices that have not confirmed its present state.</param>
internal sealed record GrantView(Grant Grant, TemporaryWorker Worker, GrantState State, LocalizedText Tag, IReadOnlyList<string> Outstanding);
