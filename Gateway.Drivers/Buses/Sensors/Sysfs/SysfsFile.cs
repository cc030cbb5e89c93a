using System.Globalization;
using System.Text;

namespace Gateway.Drivers.Buses.Sensors.Sysfs;

/// <summary>Reads the kernel's small attribute files.</summary>
internal static class SysfsFile
{
    private const int MostBytes = 4096; // one page, which is all that the kernel gives

    /// <summary>The file's text without white space at its ends.</summary>
    /// <exception cref="IOException">The file is absent or the driver answers with an error.</exception>
    public static string Text(string path)
    {
        // Without a buffer: the kernel makes the text anew for each read from the start.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        var bytes = new byte[MostBytes];
        var read = file.Read(bytes);
        return Encoding.ASCII.GetString(bytes, 0, read).Trim('\0', ' ', '\t', '\r', '\n');
    }

    /// <summary>The number in a file.</summary>
    /// <exception cref="FormatException">Something else is in it.</exception>
    /// <exception cref="IOException">The file is absent or the driver answers with an error.</exception>
    public static double Number(string path)
    {
        var text = Text(path);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new FormatException($"{path} holds \"{Shown(text)}\" instead of a number");
    }

    /// <summary>The number in the first of the files that exists; null when none does.</summary>
    public static double? FirstNumber(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            if (File.Exists(path))
            {
                return Number(path);
            }
        }

        return null;
    }

    /// <summary>Text from a device as it may stand in a message.</summary>
    public static string Shown(string text)
    {
        var shown = new string([.. text.Take(40).Select(letter => char.IsControl(letter) ? '?' : letter)]);
        return text.Length > 40 ? shown + "…" : shown;
    }
}
