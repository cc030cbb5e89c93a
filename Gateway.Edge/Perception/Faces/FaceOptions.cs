using System.ComponentModel.DataAnnotations;

namespace Gateway.Edge.Perception.Faces;

/// <summary>
/// Configuration section <c>Faces</c>: what counts as a face, a good view, a live person and a match. Defaults are measured; the figures are in
/// docs/perception-faces.md.
/// </summary>
internal sealed class FaceOptions
{
    public const string Section = "Faces";

    /// <summary>Least confidence of the detector, 0.3..0.99. Default 0.65: 10 false boxes on 222 street pictures, which the quality gate refuses.</summary>
    [Range(0.3, 0.99)]
    public float DetectionScore { get; set; } = 0.65f;

    /// <summary>Also look at one overlapping tile of the picture per frame, in turn, so that far faces are found. Default true; costs one more detector call.</summary>
    public bool SearchTiles { get; set; } = true;

    /// <summary>Least height of a face's box in pixels to be matched, 32..400. Default 64.</summary>
    [Range(32, 400)]
    public int MinFaceHeight { get; set; } = 64;

    /// <summary>Least sharpness, 0..1 (see FaceQuality). Default 0.25.</summary>
    [Range(0.0, 1.0)]
    public float MinSharpness { get; set; } = 0.25f;

    /// <summary>Darkest mean luma of the aligned face, 0..255. Default 35.</summary>
    [Range(0, 255)]
    public float MinBrightness { get; set; } = 35;

    /// <summary>Brightest mean luma of the aligned face, 0..255. Default 225.</summary>
    [Range(0, 255)]
    public float MaxBrightness { get; set; } = 225;

    /// <summary>Most turn to the side or up and down, as estimated from landmarks, in degrees, 10..90. Default 40.</summary>
    [Range(10.0, 90.0)]
    public float MaxTurnDegrees { get; set; } = 40;

    /// <summary>Most turn of an enrolment photo, in degrees, 5..60. Default 25.</summary>
    [Range(5.0, 60.0)]
    public float MaxEnrolmentTurnDegrees { get; set; } = 25;

    /// <summary>Least face height in an enrolment photo, in pixels, 48..1000. Default 96.</summary>
    [Range(48, 1000)]
    public int MinEnrolmentFaceHeight { get; set; } = 96;

    /// <summary>Cosine from which a face is one of the gallery's, 0.3..0.9, for a person with one template. Default 0.55.</summary>
    [Range(0.3, 0.9)]
    public float MatchThreshold { get; set; } = 0.55f;

    /// <summary>Cosine from which two faces are taken for one person in 1:1 comparison, 0.3..0.9. Default 0.50.</summary>
    [Range(0.3, 0.9)]
    public float PairThreshold { get; set; } = 0.50f;

    /// <summary>Added to the threshold for each doubling of a person's templates, 0..0.1. Default 0.012: the best of several chances is higher by luck alone.</summary>
    [Range(0.0, 0.1)]
    public float ThresholdPerDoubling { get; set; } = 0.012f;

    /// <summary>Least lead of the best person over the second, 0..0.5. Default 0.05.</summary>
    [Range(0.0, 0.5)]
    public float MatchMargin { get; set; } = 0.05f;

    /// <summary>Frames that must agree on a known person, 1..30. Default 3.</summary>
    [Range(1, 30)]
    public int KnownFrames { get; set; } = 3;

    /// <summary>Good frames that must match nobody before a face is unknown, 1..60. Default 6.</summary>
    [Range(1, 60)]
    public int UnknownFrames { get; set; } = 6;

    /// <summary>Least mean probability of a live face over the agreeing frames, 0..1. Default 0.35.</summary>
    [Range(0.0, 1.0)]
    public float LivenessThreshold { get; set; } = 0.35f;

    /// <summary>Good frames after which a face that never seemed live is said to be none, 1..60. Default 8.</summary>
    [Range(1, 60)]
    public int NotLiveFrames { get; set; } = 8;

    /// <summary>How long a face may be present without one good frame before it is told what to do. Default 3 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "00:01:00")]
    public TimeSpan PoorQualityAfter { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a face may be out of sight and still be the same one. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:30")]
    public TimeSpan TrackTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>A known face that stays in view is told again after this long, so that its owner is not left before a door that has closed again. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan RepeatKnownAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>An unknown face that stays in view is told again after this long, so that lingering can be seen. Default 20 s, 1 s to 5 min; shorter than <c>Strangers:StayGap</c>.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan RepeatUnknownAfter { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Faces followed at once, 1..16; further ones wait. Default 4.</summary>
    [Range(1, 16)]
    public int MaxTracks { get; set; } = 4;

    /// <summary>Average the embedding with that of the mirrored face when enrolling. Default true: enrolment happens once.</summary>
    public bool MirrorEnrolment { get; set; } = true;
}
