using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Gateway.Edge.Access.Passes;

/// <summary>
/// The text of a code: <c>EGP1:</c>, then in upper-case hexadecimal the pass's id (16 bytes), the step (4) and its proof (16). No character needs
/// a shift key or QR's byte mode, and nothing in it tells who holds it. A step is 15 s; a code is good in its own and the next one.
/// </summary>
internal static class PassCode
{
    /// <summary>How long a code is shown before the next.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(15);

    private const string Prefix = "EGP1:";
    private const int Bytes = 16 + 4 + PassSecrets.ProofLength;

    /// <summary>The step of an instant.</summary>
    public static uint StepAt(DateTimeOffset at) => (uint)(at.ToUnixTimeSeconds() / (long)Step.TotalSeconds);

    /// <summary>The code that a phone shows at an instant.</summary>
    public static string Write(PassSecrets secrets, Guid pass, DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        var step = StepAt(at);
        pass.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[16..], step);
        secrets.CodeProof(pass, step).CopyTo(bytes[20..]);
        return Prefix + Convert.ToHexString(bytes);
    }

    /// <summary>Whether a text is meant to be a code.</summary>
    public static bool Looks(string text) => text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The pass and step of a code that this gateway made; null for anything else. Says nothing of its age.</summary>
    public static (Guid Pass, uint Step)? Read(PassSecrets secrets, string text)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        if (!Looks(text) || text.Length != Prefix.Length + (2 * Bytes)
            || Convert.FromHexString(text.AsSpan(Prefix.Length), bytes, out _, out _) != OperationStatus.Done)
        {
            return null;
        }

        var (pass, step) = (new Guid(bytes[..16], bigEndian: true), BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]));
        return CryptographicOperations.FixedTimeEquals(bytes[20..], secrets.CodeProof(pass, step)) ? (pass, step) : null;
    }

    /// <summary>Whether a code of a step is good at an instant: in its own step, and in the next for whoever is just holding it up.</summary>
    public static bool IsFresh(uint step, DateTimeOffset now) => StepAt(now) - step <= 1;
}
