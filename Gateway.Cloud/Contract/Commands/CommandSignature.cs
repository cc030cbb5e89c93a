using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Gateway.Cloud.Contract.Commands;

/// <summary>The bytes that a command's signature covers: each field with its length before it, so that no two commands share them.</summary>
public static class CommandSignature
{
    /// <summary>Names what is signed, so that a signature made for another purpose never fits.</summary>
    private const string Purpose = "cn.smartcompound.command.v1";

    /// <summary>The canonical form of a command for one compound of one station.</summary>
    public static byte[] BytesOf(string station, string compound, CommandEnvelope command)
    {
        using var bytes = new MemoryStream();
        foreach (var field in (string[])
            [
                Purpose, station, compound, command.Name, command.Id, Milliseconds(command.Issued), Milliseconds(command.Expires),
                command.Nonce, command.By, command.Payload,
            ])
        {
            Append(bytes, field);
        }

        return bytes.ToArray();
    }

    private static string Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static void Append(MemoryStream bytes, string field)
    {
        var text = Encoding.UTF8.GetBytes(field);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
        bytes.Write(length);
        bytes.Write(text);
    }
}
