using System.Collections.Frozen;

namespace Gateway.Drivers.Simulation.Plates;

/// <summary>
/// The shapes of all characters that stand on plates and stickers. A plate's own typeface is not free; a bold CJK face, condensed to the
/// plate's boxes, is near it. Immutable, safe for several threads.
/// </summary>
public sealed class PlateGlyphs
{
    /// <summary>Every character there is a shape for.</summary>
    public const string Known =
        "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼警学挂港澳使领" +
        "租车电话洗汽修临时停能源服务超市搬家公司招牌" +
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-·";

    private static readonly Lazy<Task<PlateGlyphs>> Once = new(() => PlateGlyphReader.ReadAsync(new PlateFont(), TimeProvider.System, CancellationToken.None));

    private readonly FrozenDictionary<char, PlateGlyph> _glyphs;

    /// <param name="glyphs">By character.</param>
    internal PlateGlyphs(IEnumerable<KeyValuePair<char, PlateGlyph>> glyphs) => _glyphs = glyphs.ToFrozenDictionary();

    /// <summary>The shapes, made once per process by a child that takes about a quarter of a second.</summary>
    /// <exception cref="Devices.DeviceFaultException">The font or FFmpeg is missing; names the package.</exception>
    public static Task<PlateGlyphs> SharedAsync() => Once.Value;

    /// <summary>The shape of a character of <see cref="Known"/>.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public PlateGlyph this[char character] =>
        _glyphs.TryGetValue(character, out var glyph) ? glyph : throw new ArgumentException($"There is no shape for '{character}'.", nameof(character));
}
