namespace Gateway.Edge.Access.Residents;

/// <summary>A face as it goes to the disk.</summary>
/// <param name="Templates">Its templates, in the clear.</param>
/// <param name="Photos">The photos to keep; empty for none.</param>
internal sealed record StoredFace(IReadOnlyList<float[]> Templates, IReadOnlyList<byte[]> Photos);
