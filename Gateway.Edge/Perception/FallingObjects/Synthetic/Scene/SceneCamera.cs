using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

/// <summary>
/// A pinhole before a facade. The world: x along the facade to the right from the camera's foot, y up from the ground floor's floor, and
/// the offset from the facade's plane towards the camera; all in metres. Pixels: continuous, from the picture's upper left corner. Immutable.
/// </summary>
internal sealed class SceneCamera
{
    private readonly double _sinTilt;
    private readonly double _cosTilt;
    private readonly double _sinYaw;
    private readonly double _cosYaw;
    private readonly double _focal;

    /// <param name="placement">Tilt, height, focal length, and the distance at right angles to the facade.</param>
    /// <param name="yaw">How far it is turned to the right of the facade's normal, degrees.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    public SceneCamera(CameraPlacement placement, double yaw, int width, int height)
    {
        (Placement, Width, Height) = (placement, width, height);
        (_sinTilt, _cosTilt) = Math.SinCos(placement.Tilt * Math.PI / 180);
        (_sinYaw, _cosYaw) = Math.SinCos(yaw * Math.PI / 180);
        _focal = placement.FocalLength * height;
    }

    public CameraPlacement Placement { get; }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Where along the facade the picture's middle column looks.</summary>
    public double Aim => Placement.Distance * _sinYaw / _cosYaw;

    /// <summary>What somebody measures who stands behind the camera: the distance along its aim.</summary>
    public CameraPlacement Measured => Placement with { Distance = Placement.Distance / _cosYaw };

    /// <summary>Where a point of the world is seen, and how many pixels a metre across the view is there.</summary>
    public (double X, double Y, double Scale) See(double x, double y, double offset)
    {
        var (z, up) = (Placement.Distance - offset, y - Placement.Height);
        var ahead = (x * _sinYaw) + (z * _cosYaw);
        var depth = Math.Max(0.1, (up * _sinTilt) + (ahead * _cosTilt));
        var right = (x * _cosYaw) - (z * _sinYaw);
        var scale = _focal / depth;
        return ((Width / 2.0) + (right * scale), (Height / 2.0) - (((up * _cosTilt) - (ahead * _sinTilt)) * scale), scale);
    }

    /// <summary>The direction that a pixel looks to: along x, up, and towards the facade; not of length 1.</summary>
    public (double X, double Up, double Towards) Ray(double px, double py)
    {
        var (right, above) = ((px - (Width / 2.0)) / _focal, ((Height / 2.0) - py) / _focal);
        var ahead = _cosTilt - (above * _sinTilt);
        return ((ahead * _sinYaw) + (right * _cosYaw), _sinTilt + (above * _cosTilt), (ahead * _cosYaw) - (right * _sinYaw));
    }

    /// <summary>The point of the facade's plane that a pixel shows; not a number where it looks past.</summary>
    public (double X, double Y) Facade(double px, double py)
    {
        var (x, up, towards) = Ray(px, py);
        var far = towards > 1e-6 ? Placement.Distance / towards : double.NaN;
        return (x * far, Placement.Height + (up * far));
    }
}
