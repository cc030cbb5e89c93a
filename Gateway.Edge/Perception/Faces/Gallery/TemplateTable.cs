using Gateway.Edge.Perception.Faces.Recognition;

namespace Gateway.Edge.Perception.Faces.Gallery;

/// <summary>
/// Templates as rows in contiguous memory: exact floats, and beside them rounded bytes for the fast first look. Rows stay dense: the last one
/// moves into a gap. Whatever a row leaves behind is overwritten. Not thread-safe.
/// </summary>
internal sealed class TemplateTable
{
    private const int Width = UnitVector.Length;
    private const int FirstCapacity = 64;

    /// <summary>Rows in use.</summary>
    public int Count { get; private set; }

    /// <summary>Exact rows.</summary>
    public float[] Exact { get; private set; } = new float[FirstCapacity * Width];

    /// <summary>Rounded rows.</summary>
    public sbyte[] Rounded { get; private set; } = new sbyte[FirstCapacity * Width];

    /// <summary>Scale and error of each rounded row.</summary>
    public QuantisedVector[] Roundings { get; private set; } = new QuantisedVector[FirstCapacity];

    /// <summary>Number of the subject that owns each row.</summary>
    public int[] Owners { get; private set; } = new int[FirstCapacity];

    /// <summary>Appends a row.</summary>
    public void Add(int owner, ReadOnlySpan<float> template)
    {
        if (Count == Owners.Length)
        {
            Grow();
        }

        template.CopyTo(ExactRow(Count));
        Roundings[Count] = QuantisedVector.From(template, RoundedRow(Count));
        Owners[Count] = owner;
        Count++;
    }

    /// <summary>Removes every row of an owner and overwrites what they held.</summary>
    public int RemoveOwner(int owner)
    {
        var removed = 0;
        for (var row = Count - 1; row >= 0; row--)
        {
            if (Owners[row] == owner)
            {
                RemoveRow(row);
                removed++;
            }
        }

        return removed;
    }

    /// <summary>The exact template of a row.</summary>
    public Span<float> ExactRow(int row) => Exact.AsSpan(row * Width, Width);

    private Span<sbyte> RoundedRow(int row) => Rounded.AsSpan(row * Width, Width);

    private void RemoveRow(int row)
    {
        var last = Count - 1;
        if (row != last)
        {
            ExactRow(last).CopyTo(ExactRow(row));
            RoundedRow(last).CopyTo(RoundedRow(row));
            (Roundings[row], Owners[row]) = (Roundings[last], Owners[last]);
        }

        ExactRow(last).Clear();
        RoundedRow(last).Clear();
        Roundings[last] = default;
        Owners[last] = 0;
        Count = last;
    }

    private void Grow()
    {
        var capacity = Owners.Length * 2;
        var (exact, rounded) = (Exact, Rounded);
        Exact = new float[(long)capacity * Width];
        Rounded = new sbyte[(long)capacity * Width];
        exact.CopyTo(Exact, 0);
        rounded.CopyTo(Rounded, 0);
        Array.Clear(exact);
        Array.Clear(rounded);
        var (roundings, owners) = (Roundings, Owners);
        Array.Resize(ref roundings, capacity);
        Array.Resize(ref owners, capacity);
        (Roundings, Owners) = (roundings, owners);
    }
}
