using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gateway.Drivers.FaceGates.Terminals;

/// <summary>Somebody whom a terminal shall recognise.</summary>
public sealed class TerminalPerson
{
    /// <summary>Longest number and name that terminals keep.</summary>
    public const int LongestText = 32;

    /// <summary>Largest picture that terminals take, in bytes.</summary>
    public const int LargestFace = 200 << 10;

    /// <param name="number">1 to 32 letters, digits, hyphens or underscores; unique.</param>
    /// <param name="name">Shown by the terminal; at most 32 characters.</param>
    /// <param name="from">From when on the terminal lets this person pass.</param>
    /// <param name="until">Until when.</param>
    /// <param name="face">A JPEG of at most 200 KiB; empty for a person without a face.</param>
    /// <exception cref="ArgumentException">One of them is not as described.</exception>
    public TerminalPerson(string number, string name, DateTimeOffset from, DateTimeOffset until, ReadOnlyMemory<byte> face)
    {
        if (number.Length is 0 or > LongestText || !number.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'))
        {
            throw new ArgumentException("A number is 1 to 32 letters, digits, hyphens or underscores.", nameof(number));
        }

        if (name.Length is 0 or > LongestText || name.Any(char.IsControl))
        {
            throw new ArgumentException("A name is 1 to 32 characters without control characters.", nameof(name));
        }

        if (until <= from)
        {
            throw new ArgumentException("The validity ends before it begins.", nameof(until));
        }

        if (face.Length > 0 && (face.Length > LargestFace || !face.Span.StartsWith<byte>([0xFF, 0xD8, 0xFF])))
        {
            throw new ArgumentException("A face is a JPEG of at most 200 KiB.", nameof(face));
        }

        (Number, Name, From, Until, Face) = (number, name, from, until, face);
        PersonMark = Mark(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number}\n{name}\n{from.UtcTicks}\n{until.UtcTicks}")));
        FaceMark = face.IsEmpty ? "" : Mark(face.Span);
    }

    public string Number { get; }

    public string Name { get; }

    public DateTimeOffset From { get; }

    public DateTimeOffset Until { get; }

    public ReadOnlyMemory<byte> Face { get; }

    /// <summary>Changes with everything but the face.</summary>
    internal string PersonMark { get; }

    /// <summary>Changes with the face; empty for none.</summary>
    internal string FaceMark { get; }

    /// <inheritdoc/>
    public override string ToString() => Number;

    private static string Mark(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));
}
