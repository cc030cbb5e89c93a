using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using Gateway.Edge.Secrets;
using Gateway.Edge.Storage;

namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>
/// The keys by which people without a log-in reach one notice: its id and 128 bits that only this gateway can make. Nothing of them is
/// stored. Safe for use by several threads.
/// </summary>
internal sealed class NoticeKeys(PersonalData people)
{
    /// <summary>For whoever asked, to see how it goes on.</summary>
    public const string Follow = "follow";

    /// <summary>For the owner, to answer.</summary>
    public const string Answer = "answer";

    private const int IdLength = 16;
    private const int ProofLength = 16;
    private const int Characters = 43;

    /// <summary>A notice's key for a purpose, 43 characters that are fit for an address.</summary>
    public string Make(string purpose, Guid notice) => Base64Url.EncodeToString([.. Columns.Key(notice), .. Proof(purpose, notice)]);

    /// <summary>The notice that a key is for; null for one that is not of this purpose or was made up.</summary>
    public Guid? Read(string purpose, string? key)
    {
        Span<byte> bytes = stackalloc byte[IdLength + ProofLength];
        if (key is not { Length: Characters } || Base64Url.DecodeFromChars(key, bytes, out _, out var written) != OperationStatus.Done || written != bytes.Length)
        {
            return null;
        }

        var notice = new Guid(bytes[..IdLength], bigEndian: true);
        return CryptographicOperations.FixedTimeEquals(bytes[IdLength..], Proof(purpose, notice)) ? notice : null;
    }

    private byte[] Proof(string purpose, Guid notice) => people.Hash(purpose, notice.ToString())[..ProofLength];
}
