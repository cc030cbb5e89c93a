using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Gateway.Edge.Secrets;

namespace Gateway.Edge.Access.Residents;

/// <summary>
/// Seals one resident's face data under a key of their own, which is itself sealed under the master key. Erasing the resident's key
/// makes any copy of the rest unreadable, wherever the disk may still hold it.
/// </summary>
internal sealed class FaceData(byte[] masterKey)
{
    /// <summary>A fresh data key for one resident.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyFile.Length);

    /// <summary>Seals a resident's data key.</summary>
    public byte[] WrapKey(Guid resident, byte[] dataKey) => SealedBox.Seal(masterKey, dataKey, Place(resident, "key", 0));

    /// <summary>Opens a resident's data key.</summary>
    /// <exception cref="SecretFaultException">The master key is another one, or the bytes were altered.</exception>
    public byte[] UnwrapKey(Guid resident, byte[] wrapped) => SealedBox.Open(masterKey, wrapped, Place(resident, "key", 0));

    public static byte[] SealTemplate(byte[] dataKey, Guid resident, int ordinal, float[] template) =>
        SealedBox.Seal(dataKey, MemoryMarshal.AsBytes(template.AsSpan()), Place(resident, "template", ordinal));

    /// <exception cref="SecretFaultException">The bytes were altered or belong elsewhere.</exception>
    public static float[] OpenTemplate(byte[] dataKey, Guid resident, int ordinal, byte[] box)
    {
        var plain = SealedBox.Open(dataKey, box, Place(resident, "template", ordinal));
        var template = MemoryMarshal.Cast<byte, float>(plain).ToArray();
        CryptographicOperations.ZeroMemory(plain);
        return template;
    }

    public static byte[] SealPhoto(byte[] dataKey, Guid resident, int ordinal, byte[] photo) =>
        SealedBox.Seal(dataKey, photo, Place(resident, "photo", ordinal));

    /// <summary>Seals a phone number under the master key: it stays while the person lives here, whatever becomes of the face.</summary>
    public byte[] SealPhone(Guid resident, string phone) => SealedBox.Seal(masterKey, Encoding.UTF8.GetBytes(phone), Place(resident, "phone", 0));

    /// <exception cref="SecretFaultException">The bytes were altered or belong elsewhere.</exception>
    public string OpenPhone(Guid resident, byte[] box) => Encoding.UTF8.GetString(SealedBox.Open(masterKey, box, Place(resident, "phone", 0)));
    /// <exception cref="SecretFaultException">The bytes were altered or belong elsewhere.</exception>
    public static byte[] OpenPhoto(byte[] dataKey, Guid resident, int ordinal, byte[] box) => SealedBox.Open(dataKey, box, Place(resident, "photo", ordinal));

    private static byte[] Place(Guid resident, string what, int ordinal) =>
        Encoding.UTF8.GetBytes(FormattableString.Invariant($"resident:{resident}:{what}:{ordinal}"));
}
