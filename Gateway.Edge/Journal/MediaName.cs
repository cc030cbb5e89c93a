using System.Buffers;

namespace Gateway.Edge.Journal;

/// <summary>A medium's name: the SHA-256 of its plain bytes as 64 lower-case hex digits. Anything else never becomes a path.</summary>
internal static class MediaName
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>True for exactly 64 lower-case hex digits.</summary>
    public static bool IsValid(string? name) => name is { Length: 64 } && !name.AsSpan().ContainsAnyExcept(HexDigits);

    /// <exception cref="ArgumentException">The name is anything but 64 lower-case hex digits.</exception>
    public static string Require(string name) => IsValid(name)
        ? name
        : throw new ArgumentException("A medium's name must be 64 lower-case hex digits.", nameof(name));
}
