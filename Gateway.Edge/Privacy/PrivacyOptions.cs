using System.ComponentModel.DataAnnotations;

namespace Gateway.Edge.Privacy;

/// <summary>What the Privacy page has to be told (section <c>Privacy</c>).</summary>
internal sealed class PrivacyOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Privacy";

    /// <summary>Who answers for the personal data, as signs name it; empty while nobody has said so. At most 100 characters.</summary>
    [StringLength(100)]
    public string Operator { get; set; } = "";

    /// <summary>How to reach them: telephone, office, e-mail; empty while nobody has said so. At most 200 characters.</summary>
    [StringLength(200)]
    public string Contact { get; set; } = "";

    /// <summary>
    /// Days after which whoever copies the data directory has deleted a copy; the gateway makes none itself. Default 30; 0 where nobody makes any.
    /// </summary>
    [Range(0, 3650)]
    public int BackupDays { get; set; } = 30;

    /// <summary>
    /// Persons with stored faces from which the use has to be filed. Default 100,000: the measures on face recognition in force since 1 June 2025.
    /// </summary>
    [Range(1, 10_000_000)]
    public int FilingFaces { get; set; } = 100_000;

    /// <summary>Working days within which it has to be filed then. Default 30, as the same measures say.</summary>
    [Range(1, 365)]
    public int FilingWorkingDays { get; set; } = 30;

    /// <summary>Years that an impact assessment is kept. Default 3, as the same measures say; no less.</summary>
    [Range(3, 100)]
    public int AssessmentYears { get; set; } = 3;
}
