using System.Numerics;
using Gateway.Drivers.Simulation.Plates;

namespace Gateway.Drivers.Simulation.Vehicles;

/// <summary>
/// A camera beside a lane, without distortion. Places are in metres: X to the right of the lane's middle, Y above the road, Z along the lane,
/// away from the camera. Immutable.
/// </summary>
/// <param name="Above">Its height over the road, metres.</param>
/// <param name="Beside">How far it stands right of the lane's middle, metres.</param>
/// <param name="Aim">The place in the middle of its picture.</param>
/// <param name="Focal">Focal length over the picture's width.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Roll">How far it is mounted askew, radians.</param>
public sealed record LaneCamera(float Above, float Beside, Vector3 Aim, float Focal, int Width, int Height, float Roll = 0)
{
    /// <summary>What is nearer than this is not seen, metres.</summary>
    public const float Nearest = 0.3f;

    /// <summary>The usual one at a barrier: a plate is 110 pixels wide where vehicles stop, in a picture of 640 x 360.</summary>
    public static LaneCamera Usual(int width, int height) => new(Above: 2, Beside: 1.3f, new Vector3(0, 0.72f, 5), Focal: 1.95f, width, height);

    private Vector3 Forward => Vector3.Normalize(Aim - Place);

    private Vector3 Place => new(Beside, Above, 0);

    /// <summary>A place as the camera has it: right, down and ahead of it, metres.</summary>
    public Vector3 Seen(Vector3 world)
    {
        var forward = Forward;
        var right = Vector3.Normalize(new Vector3(forward.Z, 0, -forward.X));
        var up = Vector3.Cross(forward, right);
        var from = world - Place;
        var (x, y) = (Vector3.Dot(from, right), -Vector3.Dot(from, up));
        var (sin, cos) = MathF.SinCos(Roll);
        return new Vector3((x * cos) - (y * sin), (x * sin) + (y * cos), Vector3.Dot(from, forward));
    }

    /// <summary>Where something that is seen falls in the picture, pixels.</summary>
    /// <param name="seen">From <see cref="Seen"/>, at least <see cref="Nearest"/> ahead.</param>
    public Vector2 Project(Vector3 seen) => new(
        (Width / 2f) + (seen.X / seen.Z * Focal * Width), (Height / 2f) + (seen.Y / seen.Z * Focal * Width));

    /// <summary>Where a rectangle that faces the camera's end of the lane falls; null where part of it is too near to be seen.</summary>
    /// <param name="centre">Its middle.</param>
    /// <param name="width">Metres.</param>
    /// <param name="height">Metres.</param>
    public PictureQuad? Upright(Vector3 centre, float width, float height)
    {
        var (x, y) = (new Vector3(width / 2, 0, 0), new Vector3(0, height / 2, 0));
        var corners = Project([centre - x + y, centre + x + y, centre + x - y, centre - x - y]);
        return corners.Length == 4 ? new PictureQuad(corners[0], corners[1], corners[2], corners[3]) : null;
    }

    /// <summary>The same camera seen from a lane so far to the right: what is painted with it stands there, metres.</summary>
    public LaneCamera Shifted(float right) => this with { Beside = Beside - right, Aim = Aim - new Vector3(right, 0, 0) };

    /// <summary>A flat convex face as it falls in the picture, cut off where it comes too near; less than 3 corners for nothing.</summary>
    internal Vector2[] Project(ReadOnlySpan<Vector3> face)
    {
        List<Vector2> corners = new(face.Length + 1);
        for (var i = 0; i < face.Length; i++)
        {
            var (a, b) = (Seen(face[i]), Seen(face[(i + 1) % face.Length]));
            if (a.Z >= Nearest)
            {
                corners.Add(Project(a));
            }

            if (a.Z >= Nearest != b.Z >= Nearest)
            {
                corners.Add(Project(Vector3.Lerp(a, b, (Nearest - a.Z) / (b.Z - a.Z))));
            }
        }

        return [.. corners];
    }
}
