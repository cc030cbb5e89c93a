namespace Gateway.Edge.Perception.FallingObjects.Physics;

/// <summary>
/// How a camera of which nothing is known may stand. Each guess makes the general projection of a free fall,
/// y = (a + bt + ct^2) / (1 + dt + et^2), a curve of three unknowns; the one that fits best is taken.
/// </summary>
internal static class CameraGuesses
{
    private static readonly double[] Tilts = [0, 12, 24, 36, 48, 60];
    private static readonly double[] FocalLengths = [0.9, 1.5, 2.2];

    /// <summary>All guesses whose picture does not reach past the zenith.</summary>
    public static Projection[] For(int width, int height) =>
    [
        .. from tilt in Tilts
           from focal in FocalLengths
           where tilt + (Math.Atan(0.5 / focal) * 180 / Math.PI) < 88
           select Projection.Guess(tilt, focal, width, height),
    ];
}
