using System.Numerics;

namespace Gateway.Drivers.Simulation.Plates;

/// <summary>The colours of a make of plates as blue, green, red, 0..255 (near GA 36-2018, table 3, in daylight).</summary>
/// <param name="Ground">At the left.</param>
/// <param name="Ink">Of characters and border.</param>
internal sealed record PlateInk(Vector3 Ground, Vector3 Ink)
{
    private static readonly Vector3 Red = new(34, 28, 196);
    private static readonly Vector3 BlackInk = new(24, 22, 22);
    private static readonly Vector3 WhiteInk = new(240, 242, 240);
    private static readonly Vector3 YellowGround = new(22, 172, 240);
    private static readonly Vector3 GreenFoot = new(98, 186, 62);
    private static readonly Vector3 GreenHead = new(232, 240, 226);

    /// <summary>The yellow part of a large new-energy plate, mm.</summary>
    private const float YellowPart = 116;

    public static PlateInk Of(PlateLook look) => look switch
    {
        PlateLook.Blue => new PlateInk(new Vector3(168, 62, 8), WhiteInk),
        PlateLook.Black => new PlateInk(new Vector3(30, 25, 24), WhiteInk),
        PlateLook.White => new PlateInk(new Vector3(236, 238, 236), BlackInk),
        _ => new PlateInk(YellowGround, BlackInk),
    };

    /// <summary>The ground at a place.</summary>
    /// <param name="look">Of the plate.</param>
    /// <param name="x">mm from the left.</param>
    /// <param name="y">0 top to 1 bottom.</param>
    public Vector3 GroundAt(PlateLook look, float x, float y) => look switch
    {
        PlateLook.Green => Vector3.Lerp(GreenHead, GreenFoot, y),
        PlateLook.YellowGreen => x < YellowPart ? YellowGround : GreenFoot,
        _ => Ground,
    };

    /// <summary>The ink of a character.</summary>
    public Vector3 InkOf(char character) => character is '警' or '使' or '领' ? Red : Ink;
}
