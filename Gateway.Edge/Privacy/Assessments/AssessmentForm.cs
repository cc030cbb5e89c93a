namespace Gateway.Edge.Privacy.Assessments;

/// <summary>The answers of an impact assessment, as they were typed. No answer is longer than <see cref="Longest"/>.</summary>
internal sealed class AssessmentForm
{
    /// <summary>Longest answer in characters.</summary>
    public const int Longest = 4000;

    /// <summary>What faces are processed for, and why that is specific and lawful.</summary>
    public string? Purpose { get; set; }

    /// <summary>Why it is needed, and what else was looked at.</summary>
    public string? Necessity { get; set; }

    /// <summary>Whose data and which.</summary>
    public string? Data { get; set; }

    /// <summary>How people learn of it and consent.</summary>
    public string? Consent { get; set; }

    /// <summary>How it goes without the face.</summary>
    public string? Alternative { get; set; }

    /// <summary>What may happen to people.</summary>
    public string? Risks { get; set; }

    /// <summary>What is done against that.</summary>
    public string? Measures { get; set; }

    /// <summary>What was concluded, and by whom it was looked over.</summary>
    public string? Conclusion { get; set; }
}
