namespace Gateway.Edge.Perception.Plates.Recognition;

/// <summary>Up to eight classes of <see cref="PlateAlphabet"/> in one number, seven bits each: what the search hashes and compares. Immutable.</summary>
internal readonly record struct PackedText
{
    /// <summary>Characters that fit.</summary>
    public const int Most = 8;

    private const int Bits = 7;
    private const int Mask = (1 << Bits) - 1;
    private const int LengthShift = Most * Bits;

    private readonly ulong _bits;

    private PackedText(ulong bits) => _bits = bits;

    /// <summary>Characters held.</summary>
    public int Length => (int)(_bits >> LengthShift);

    /// <summary>Class of the last character; the blank when empty.</summary>
    public int Last => Length == 0 ? PlateAlphabet.Blank : this[Length - 1];

    /// <summary>Class at a position.</summary>
    public int this[int position] => (int)(_bits >> (position * Bits)) & Mask;

    /// <summary>The text with one more character; there must be room for it.</summary>
    public PackedText Add(int @class) => new((_bits | ((ulong)@class << (Length * Bits))) + (1UL << LengthShift));

    /// <summary>Packs a text of plate characters.</summary>
    public static PackedText Of(ReadOnlySpan<char> text)
    {
        var packed = default(PackedText);
        foreach (var character in text)
        {
            packed = packed.Add(PlateAlphabet.ClassOf(character));
        }

        return packed;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(Length, this, static (span, text) =>
    {
        for (var position = 0; position < span.Length; position++)
        {
            span[position] = PlateAlphabet.CharacterOf(text[position]);
        }
    });
}
