namespace Gateway.Edge.Perception.Faces;

/// <summary>Turns similarities into "this person", "nobody" or "perhaps".</summary>
internal sealed class MatchPolicy(FaceOptions options)
{
    /// <summary>How far below the threshold a lonely best person still deserves more frames.</summary>
    private const float DoubtBand = 0.15f;

    /// <summary>The lead over the second-best from which a score below the threshold is suspected to be that person seen badly.</summary>
    private const float DoubtMargin = 0.12f;

    /// <summary>
    /// The score a person must reach. It grows with the logarithm of the number of templates, as the best of n impostor scores does.
    /// </summary>
    public float Threshold(int templates) =>
        options.MatchThreshold + (options.ThresholdPerDoubling * MathF.Log2(Math.Max(templates, 1)));

    /// <summary>True when the best person is meant, with lead over every other; <paramref name="slack"/> lowers the threshold.</summary>
    public bool IsMatch(in GalleryMatch match, float slack) =>
        match.Subject is not null
        && match.Score >= Threshold(match.TemplatesOfSubject) - slack
        && match.Score - match.RunnerUp >= options.MatchMargin;

    /// <summary>
    /// True when it is no match but may be somebody of the gallery: one person seen badly, as strangers resemble several people about equally and
    /// a resident resembles one; or several people who all reach the threshold, as twins do and one person enrolled twice.
    /// </summary>
    public bool IsDoubtful(in GalleryMatch match) =>
        match.Subject is not null
        && !IsMatch(match, 0)
        && match.Score >= Threshold(match.TemplatesOfSubject) - DoubtBand
        && (match.Score >= Threshold(match.TemplatesOfSubject) || match.Score - Math.Max(match.RunnerUp, 0) >= DoubtMargin);
}
