using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gateway.Edge.Perception.Faces.Landmarks;

/// <summary>Eye centres, tip of the nose and corners of the mouth, in that order, left first as seen in the picture.</summary>
[InlineArray(5)]
internal struct FivePoints
{
    private Vector2 _first;

    /// <summary>Taken from the 68 points of the iBUG scheme, counted from 0. The lids give steadier eye centres than the corners.</summary>
    public static FivePoints From(ReadOnlySpan<Vector2> points)
    {
        FivePoints five = default;
        five[0] = (points[37] + points[38] + points[40] + points[41]) / 4;
        five[1] = (points[43] + points[44] + points[46] + points[47]) / 4;
        five[2] = points[30];
        five[3] = (points[48] + points[60]) / 2;
        five[4] = (points[54] + points[64]) / 2;
        return five;
    }
}
