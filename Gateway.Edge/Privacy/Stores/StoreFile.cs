namespace Gateway.Edge.Privacy.Stores;

/// <summary>A file of an export.</summary>
/// <param name="Name">Path inside the archive, of ASCII letters, digits, dots, hyphens and slashes.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record StoreFile(string Name, byte[] Bytes);
