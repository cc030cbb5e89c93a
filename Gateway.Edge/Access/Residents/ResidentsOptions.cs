using System.ComponentModel.DataAnnotations;

namespace Gateway.Edge.Access.Residents;

/// <summary>Limits of the residents' registry (section <c>Residents</c>).</summary>
internal sealed class ResidentsOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Residents";

    /// <summary>Cosine similarity from which a photo counts as another resident's. Default 0.55, the gate's own threshold.</summary>
    [Range(0.0, 1.0)]
    public double DuplicateThreshold { get; set; } = 0.55;

    /// <summary>Least cosine similarity between any two photos of one enrolment. Default 0.30: strangers to each other stay below 0.15 on average.</summary>
    [Range(-1.0, 1.0)]
    public double SamePersonThreshold { get; set; } = 0.30;

    /// <summary>Largest photo in bytes. Default 8 MiB.</summary>
    [Range(10_000, 16 * 1024 * 1024)]
    public int MaximumPhotoBytes { get; set; } = 8 * 1024 * 1024;
}
