using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Gateway.Edge.Access.Passes;

/// <summary>
/// Everything that is made with the passes' key: what is kept of a card's number, the proof in a phone's address, and the proof in a code.
/// HMAC-SHA-256 with one key for each use. Safe for several threads.
/// </summary>
/// <param name="masterKey">32 random bytes that never leave the box.</param>
internal sealed class PassSecrets(byte[] masterKey)
{
    /// <summary>Bytes of a proof: 128 bits cannot be guessed at any gate or page.</summary>
    public const int ProofLength = 16;

    private readonly byte[] _cards = Derive(masterKey, "card"u8);
    private readonly byte[] _pins = Derive(masterKey, "pin"u8);
    private readonly byte[] _pages = Derive(masterKey, "page"u8);
    private readonly byte[] _codes = Derive(masterKey, "code"u8);

    /// <summary>What is kept of a card's number: numbers are short enough to be tried out, so a bare hash would tell them.</summary>
    public byte[] MarkOf(string card) => HMACSHA256.HashData(_cards, Encoding.UTF8.GetBytes(card));

    /// <summary>What is kept of a PIN, of which there are few enough that only the key keeps them from being tried out.</summary>
    public byte[] MarkOfPin(string pin) => HMACSHA256.HashData(_pins, Encoding.UTF8.GetBytes(pin));

    /// <summary>The proof in the address of the phone's page.</summary>
    public byte[] PageProof(Guid pass) => HMACSHA256.HashData(_pages, pass.ToByteArray(bigEndian: true))[..ProofLength];

    /// <summary>The proof in a pass's code of one step.</summary>
    public byte[] CodeProof(Guid pass, uint step)
    {
        Span<byte> message = stackalloc byte[20];
        pass.TryWriteBytes(message, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt32BigEndian(message[16..], step);
        return HMACSHA256.HashData(_codes, message)[..ProofLength];
    }

    private static byte[] Derive(byte[] master, ReadOnlySpan<byte> use) => HMACSHA256.HashData(master, use);
}
