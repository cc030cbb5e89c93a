using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Gateway.Edge.Access.Passes;

/// <summary>The key in the address of a phone's page: the pass's id and 128 bits that only this gateway can make. Nothing of it is stored.</summary>
internal static class PassAddress
{
    private const int Characters = 43;

    /// <summary>The key, 43 characters that are fit for an address.</summary>
    public static string Key(PassSecrets secrets, Guid pass) => Base64Url.EncodeToString([.. pass.ToByteArray(bigEndian: true), .. secrets.PageProof(pass)]);

    /// <summary>The pass that a key is for; null for one that was made up.</summary>
    public static Guid? Read(PassSecrets secrets, string? key)
    {
        Span<byte> bytes = stackalloc byte[16 + PassSecrets.ProofLength];
        if (key is not { Length: Characters } || Base64Url.DecodeFromChars(key, bytes, out _, out var written) != OperationStatus.Done || written != bytes.Length)
        {
            return null;
        }

        var pass = new Guid(bytes[..16], bigEndian: true);
        return CryptographicOperations.FixedTimeEquals(bytes[16..], secrets.PageProof(pass)) ? pass : null;
    }
}
