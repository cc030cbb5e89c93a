using System.Numerics;
using System.Runtime.InteropServices;

namespace Gateway.Edge.Perception.Faces.Recognition;

/// <summary>Vectors of length one, as face embeddings are.</summary>
internal static class UnitVector
{
    /// <summary>Length of a face embedding.</summary>
    public const int Length = 512;

    /// <summary>Cosine similarity of two unit vectors of the same length, -1..1.</summary>
    public static float Cosine(ReadOnlySpan<float> one, ReadOnlySpan<float> other) => Math.Clamp(Dot(one, other), -1, 1);

    /// <summary>Sum of products of two vectors of the same length.</summary>
    public static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        if (one.Length != other.Length)
        {
            throw new ArgumentException($"Vectors of {one.Length} and {other.Length} numbers cannot be compared.", nameof(other));
        }

        var left = MemoryMarshal.Cast<float, Vector<float>>(one);
        var right = MemoryMarshal.Cast<float, Vector<float>>(other);
        Vector<float> even = default, odd = default;
        var index = 0;
        for (; index <= left.Length - 2; index += 2)
        {
            even = Vector.FusedMultiplyAdd(left[index], right[index], even);
            odd = Vector.FusedMultiplyAdd(left[index + 1], right[index + 1], odd);
        }

        var sum = Vector.Sum(even + odd);
        for (index *= Vector<float>.Count; index < one.Length; index++)
        {
            sum += one[index] * other[index];
        }

        return sum;
    }

    /// <summary>Scales a vector to length one, in place; false when it is zero or not finite, which leaves it unchanged.</summary>
    public static bool Normalise(Span<float> vector)
    {
        double square = 0;
        foreach (var value in vector)
        {
            square += (double)value * value;
        }

        if (!double.IsFinite(square) || square < 1e-12)
        {
            return false;
        }

        var factor = (float)(1 / Math.Sqrt(square));
        foreach (ref var value in vector)
        {
            value *= factor;
        }

        return true;
    }
}
