namespace Gateway.Edge.Perception.FallingObjects.Physics;

/// <summary>
/// How a camera of which nothing is known may stand. Each guess makes the general projection of a free fall,
/// y = (a + bt + ct^2) / (1 + dt + et^2), a curve of three unknowns; the one that fits best is taken.
/// </summary>
internal static class CameraGuesses
{
    private static readonly double[] Bends = [0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.95, 1.2];

    public static Projection[] For(int width, int height) => [.. Bends.Select(bend => Projection.Guess(bend, width, height))];
}
