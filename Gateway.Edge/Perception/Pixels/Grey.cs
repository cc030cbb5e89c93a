using System.Numerics;
using System.Runtime.InteropServices;

namespace Gateway.Edge.Perception.Pixels;

/// <summary>Luma of ITU-R BT.601, as cameras and JPEG define it.</summary>
internal static class Grey
{
    private const float Blue = 0.114f;
    private const float Green = 0.587f;
    private const float Red = 0.299f;

    /// <summary>Mixes three planes into one and multiplies by <paramref name="scale"/>.</summary>
    public static void FromPlanes(ReadOnlySpan<float> planes, Span<float> grey, float scale)
    {
        var length = grey.Length;
        var blue = MemoryMarshal.Cast<float, Vector<float>>(planes[..length]);
        var green = MemoryMarshal.Cast<float, Vector<float>>(planes.Slice(length, length));
        var red = MemoryMarshal.Cast<float, Vector<float>>(planes.Slice(2 * length, length));
        var mixed = MemoryMarshal.Cast<float, Vector<float>>(grey);
        for (var index = 0; index < mixed.Length; index++)
        {
            mixed[index] = (blue[index] * (Blue * scale)) + (green[index] * (Green * scale)) + (red[index] * (Red * scale));
        }

        for (var index = mixed.Length * Vector<float>.Count; index < length; index++)
        {
            grey[index] = scale * ((Blue * planes[index]) + (Green * planes[length + index]) + (Red * planes[(2 * length) + index]));
        }
    }
}
