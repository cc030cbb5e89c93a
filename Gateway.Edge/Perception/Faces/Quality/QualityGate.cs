namespace Gateway.Edge.Perception.Faces.Quality;

/// <summary>Decides whether a view is good enough, naming the fault that a person can mend first.</summary>
/// <param name="MinHeight">Least box height in pixels.</param>
/// <param name="MinSharpness">0..1.</param>
/// <param name="MinBrightness">0..255.</param>
/// <param name="MaxBrightness">0..255.</param>
/// <param name="MaxTurn">Degrees to the side; one and a half times that up and down, which is estimated more coarsely.</param>
/// <param name="MaxInstability">Share of the eye distance.</param>
internal sealed record QualityGate(
    float MinHeight, float MinSharpness, float MinBrightness, float MaxBrightness, float MaxTurn, float MaxInstability)
{
    private const float PassingInstability = 0.25f;
    private const float EnrolmentInstability = 0.18f;

    /// <summary>For people at a gate.</summary>
    public static QualityGate ForPassing(FaceOptions options) => new(
        options.MinFaceHeight, options.MinSharpness, options.MinBrightness, options.MaxBrightness, options.MaxTurnDegrees, PassingInstability);

    /// <summary>For photos that people will be recognised by for years.</summary>
    public static QualityGate ForEnrolment(FaceOptions options) => new(
        options.MinEnrolmentFaceHeight, options.MinSharpness, options.MinBrightness, options.MaxBrightness, options.MaxEnrolmentTurnDegrees, EnrolmentInstability);

    /// <summary>The first fault found, or none.</summary>
    public QualityFault Judge(in FaceQuality quality) => quality switch
    {
        _ when quality.Height < MinHeight => QualityFault.TooSmall,
        _ when quality.Brightness < MinBrightness => QualityFault.TooDark,
        _ when quality.Brightness > MaxBrightness => QualityFault.TooBright,
        _ when Math.Abs(quality.Yaw) > MaxTurn || Math.Abs(quality.Pitch) > MaxTurn * 1.5f => QualityFault.TurnedAway,
        _ when quality.Instability > MaxInstability => QualityFault.Covered,
        _ when quality.Sharpness < MinSharpness => QualityFault.Blurred,
        _ => QualityFault.None,
    };
}
