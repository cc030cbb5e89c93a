namespace Gateway.Drivers.FaceGates.Readers;

/// <summary>Characters of the kernel's key codes (input-event-codes.h) on a US keyboard, which is what readers pretend to be. Pure.</summary>
internal static class KeyMap
{
    public const int LeftShift = 42;
    public const int RightShift = 54;

    private static readonly (int From, string Plain, string Shifted)[] Rows =
    [
        (2, "1234567890-=", "!@#$%^&*()_+"),
        (16, "qwertyuiop[]", "QWERTYUIOP{}"),
        (30, "asdfghjkl;'`", "ASDFGHJKL:\"~"),
        (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
        (55, "*", "*"),
        (57, " ", " "),
        (71, "789-456+1230.", "789-456+1230."),
        (98, "/", "/"),
    ];

    /// <summary>The character; a line feed for the enter keys, null for keys that write nothing.</summary>
    public static char? CharacterOf(int key, bool shift)
    {
        if (key is 28 or 96)
        {
            return '\n';
        }

        foreach (var (from, plain, shifted) in Rows)
        {
            if (key >= from && key < from + plain.Length)
            {
                return (shift ? shifted : plain)[key - from];
            }
        }

        return null;
    }
}
