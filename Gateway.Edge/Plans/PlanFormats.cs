using System.Text;
using Gateway.Cloud.Contract;
using Gateway.Drivers.Buses.Video.Jpeg;

namespace Gateway.Edge.Plans;

/// <summary>Names what was uploaded instead of a picture that is taken.</summary>
internal static class PlanFormats
{
    private const int Looked = 1024;

    /// <summary>Why this is refused, and what to do.</summary>
    public static LocalizedText Refusal(ReadOnlySpan<byte> file)
    {
        var beginning = Encoding.UTF8.GetString(file[..Math.Min(Looked, file.Length)]);
        if (beginning.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('<') && beginning.Contains("<svg", StringComparison.OrdinalIgnoreCase))
        {
            return PlanWords.Svg;
        }

        var name = PictureFormat.NameOf(file);
        return name == "unknown format" ? PlanWords.NoPicture : PlanWords.OtherFormat(name);
    }
}
