using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Scene;

/// <summary>A tower of nine floors and seven columns, the middle one of glass, before a camera at 18 m.</summary>
internal static class Scenes
{
    public static ScenePlace Small(int width = 320, int height = 180, double shutter = 0.005)
    {
        var camera = new SceneCamera(new CameraPlacement(28, 3, 18, CameraPlacement.FocalLengthOf(62)), 0, width, height);
        BayKind[] bays = [BayKind.Conditioner, BayKind.Window, BayKind.Balcony, BayKind.Glass, BayKind.Balcony, BayKind.Window, BayKind.Conditioner];
        var tower = new Tower(new Building(9, 3), -10.5, 3, bays, 150, true, 220, 5);
        return new ScenePlace(camera, tower, new Backdrop(camera, tower), shutter);
    }
}
