using System.Numerics;

namespace Gateway.Edge.Perception.Faces.Landmarks;

/// <summary>The landmarks of one face and what can be read off their geometry alone. Reused from face to face.</summary>
internal sealed class FaceShape
{
    /// <summary>Fitted to a dedicated pose model (Hopenet) on 400 portraits: correlation 0.90.</summary>
    private const float YawFactor = 0.75f;

    /// <summary>Fitted likewise, in degrees per share of the distance from eyes to mouth: correlation 0.63.</summary>
    private const float PitchFactor = 80;

    private readonly Vector2[] _coarse = new Vector2[LandmarkFinder.Count];

    /// <summary>68 points of the iBUG scheme, in pixels of the picture.</summary>
    public Vector2[] Points { get; } = new Vector2[LandmarkFinder.Count];

    /// <summary>The points that alignment uses.</summary>
    public FivePoints Five { get; private set; }

    /// <summary>Distance between the eye centres in pixels.</summary>
    public float EyeDistance { get; private set; }

    /// <summary>
    /// How far the five points moved between the first look (the detector's box) and the second (a box around the first points), as a share of
    /// the eye distance. Hidden or absent features make the regressor guess, and guesses move with the box.
    /// </summary>
    public float Instability { get; private set; }

    /// <summary>
    /// Turn to the side in degrees, positive towards the picture's right: the nose leaves the middle between the sides of the jaw.
    /// </summary>
    public float Yaw { get; private set; }

    /// <summary>Turn up (positive) or down in degrees, from where the nose stands between eyes and mouth. Coarser than <see cref="Yaw"/>.</summary>
    public float Pitch { get; private set; }

    /// <summary>Openness of the more open eye: lid distance over eye width. About 0.3 when open, below 0.15 when closed.</summary>
    public float EyeOpenness { get; private set; }

    /// <summary>Keeps the current points as the first look.</summary>
    public void KeepCoarse() => Points.CopyTo(_coarse, 0);

    /// <summary>Computes everything else from <see cref="Points"/>.</summary>
    public void Measure()
    {
        Five = FivePoints.From(Points);
        EyeDistance = Math.Max(Vector2.Distance(Five[0], Five[1]), 1e-3f);
        var before = FivePoints.From(_coarse);
        var moved = 0f;
        for (var index = 0; index < 5; index++)
        {
            moved += Vector2.Distance(before[index], Five[index]);
        }

        Instability = moved / (5 * EyeDistance);
        var across = Vector2.Normalize(Five[1] - Five[0]);
        var down = new Vector2(-across.Y, across.X);
        Yaw = SideTurn(across);
        Pitch = VerticalTurn(down);
        EyeOpenness = Math.Max(Openness(36), Openness(42));
    }

    private float SideTurn(Vector2 across)
    {
        var left = Vector2.Dot(Points[30] - ((Points[1] + Points[2]) / 2), across);
        var right = Vector2.Dot(((Points[14] + Points[15]) / 2) - Points[30], across);
        var share = (left - right) / Math.Max(left + right, 1e-3f);
        return YawFactor * float.RadiansToDegrees(MathF.Asin(Math.Clamp(share, -1, 1)));
    }

    private float VerticalTurn(Vector2 down)
    {
        var eyes = (Five[0] + Five[1]) / 2;
        var mouth = (Five[3] + Five[4]) / 2;
        var height = Math.Max(Vector2.Dot(mouth - eyes, down), 1e-3f);

        // 0.494 is where the nose stands in the frontal template.
        return (0.494f - (Vector2.Dot(Five[2] - eyes, down) / height)) * PitchFactor;
    }

    private float Openness(int first)
    {
        var width = Math.Max(Vector2.Distance(Points[first], Points[first + 3]), 1e-3f);
        return (Vector2.Distance(Points[first + 1], Points[first + 5]) + Vector2.Distance(Points[first + 2], Points[first + 4])) / (2 * width);
    }
}
