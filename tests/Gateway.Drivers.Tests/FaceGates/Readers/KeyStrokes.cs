using System.Buffers.Binary;

namespace Gateway.Drivers.Tests.FaceGates.Readers;

/// <summary>What the kernel gives of keys, in the form of its <c>struct input_event</c>.</summary>
internal static class KeyStrokes
{
    private static readonly Dictionary<char, (int Key, bool Shift)> Keys = Table();

    /// <summary>The events of a text typed on a US keyboard.</summary>
    public static byte[] Typed(string text) => [.. text.SelectMany(character =>
    {
        var (key, shift) = Keys[character];
        return shift ? [.. Event(1, 42, 1), .. Key(key), .. Event(1, 42, 0)] : Key(key);
    })];

    /// <summary>A key that goes down and up.</summary>
    public static byte[] Key(int key) => [.. Event(4, 4, 458_000 + key), .. Event(1, key, 1), .. Event(0, 0, 0), .. Event(1, key, 0), .. Event(0, 0, 0)];

    public static byte[] Event(int type, int code, int value)
    {
        var bytes = new byte[24];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, 1_780_000_000);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(16), (ushort)type);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(18), (ushort)code);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(20), value);
        return bytes;
    }

    private static Dictionary<char, (int Key, bool Shift)> Table()
    {
        // Key codes one by one, as input-event-codes.h names them.
        (int Key, string Both)[] keys =
        [
            (2, "1!"), (3, "2@"), (4, "3#"), (5, "4$"), (6, "5%"), (7, "6^"), (8, "7&"), (9, "8*"), (10, "9("), (11, "0)"), (12, "-_"), (13, "=+"),
            (16, "qQ"), (17, "wW"), (18, "eE"), (19, "rR"), (20, "tT"), (21, "yY"), (22, "uU"), (23, "iI"), (24, "oO"), (25, "pP"), (26, "[{"), (27, "]}"),
            (30, "aA"), (31, "sS"), (32, "dD"), (33, "fF"), (34, "gG"), (35, "hH"), (36, "jJ"), (37, "kK"), (38, "lL"), (39, ";:"), (40, "'\""), (41, "`~"),
            (43, "\\|"), (44, "zZ"), (45, "xX"), (46, "cC"), (47, "vV"), (48, "bB"), (49, "nN"), (50, "mM"), (51, ",<"), (52, ".>"), (53, "/?"),
        ];
        var table = keys.SelectMany(key => new[] { (key.Both[0], key.Key, false), (key.Both[1], key.Key, true) })
            .ToDictionary(entry => entry.Item1, entry => (entry.Key, entry.Item3));
        table['\n'] = (28, false);
        return table;
    }
}
