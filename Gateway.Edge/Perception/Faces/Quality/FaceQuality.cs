namespace Gateway.Edge.Perception.Faces.Quality;

/// <summary>How usable one view of a face is.</summary>
/// <param name="Height">Height of its box in pixels.</param>
/// <param name="Sharpness">0 (blurred or enlarged from few pixels) to 1 (crisp).</param>
/// <param name="Brightness">Mean luma of the middle of the face, 0..255.</param>
/// <param name="Yaw">Turn to the side in degrees.</param>
/// <param name="Pitch">Turn up or down in degrees.</param>
/// <param name="Instability">Doubt about the landmarks, share of the eye distance.</param>
internal readonly record struct FaceQuality(float Height, float Sharpness, float Brightness, float Yaw, float Pitch, float Instability)
{
    /// <summary>One figure, 0..1, for choosing the best of several views; each factor falls off smoothly from its best.</summary>
    public float Score =>
        Math.Clamp(Height / 160, 0, 1)
        * Math.Clamp(Sharpness * 1.5f, 0, 1)
        * MathF.Exp(-(Yaw * Yaw) / (2 * 30 * 30))
        * MathF.Exp(-(Pitch * Pitch) / (2 * 40 * 40))
        * Math.Clamp(Math.Min(Brightness / 60, (255 - Brightness) / 40), 0, 1)
        * MathF.Exp(-Instability * 2);
}
