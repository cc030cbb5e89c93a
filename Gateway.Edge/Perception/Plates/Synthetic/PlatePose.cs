using System.Numerics;
using Gateway.Drivers.Simulation.Plates;

namespace Gateway.Edge.Perception.Plates.Synthetic;

/// <summary>How a plate is turned towards its camera, radians.</summary>
/// <param name="Yaw">About the vertical.</param>
/// <param name="Pitch">About the horizontal.</param>
/// <param name="Roll">About the line of sight.</param>
internal readonly record struct PlatePose(float Yaw, float Pitch, float Roll)
{
    /// <summary>The camera's distance, in widths of the plate: about 4 m.</summary>
    private const float Distance = 9;

    public static PlatePose OfDegrees(double yaw, double pitch, double roll) =>
        new(float.DegreesToRadians((float)yaw), float.DegreesToRadians((float)pitch), float.DegreesToRadians((float)roll));

    /// <summary>Its corners in the picture.</summary>
    /// <param name="centre">Of the plate.</param>
    /// <param name="width">Pixels that it would be wide if it were not turned.</param>
    /// <param name="ratio">Its height over its width.</param>
    public PictureQuad Quad(Vector2 centre, float width, float ratio)
    {
        var turn = Matrix4x4.CreateFromYawPitchRoll(Yaw, Pitch, Roll);
        Vector2 Corner(float x, float y)
        {
            var turned = Vector3.Transform(new Vector3(x / 2, y * ratio / 2, 0), turn);
            return centre + (new Vector2(turned.X, turned.Y) * (width * Distance / (Distance + turned.Z)));
        }

        return new PictureQuad(Corner(-1, -1), Corner(1, -1), Corner(1, 1), Corner(-1, 1));
    }
}
