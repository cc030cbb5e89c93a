using System.ComponentModel.DataAnnotations;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>How falls become alerts and what is kept of them (section <c>FallingObjects</c>).</summary>
internal sealed class FallingObjectOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "FallingObjects";

    /// <summary>False leaves the cameras' pictures alone: nothing is found. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>A thing that falls at most so long after the last one before the same camera belongs to the same incident. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan IncidentWindow { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>So much video from before the fall is kept. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:02:00")]
    public TimeSpan ClipBefore { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>So much video from after the fall is kept. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:02:00")]
    public TimeSpan ClipAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>True shows property staff the surroundings of the path alone, false the whole picture. Default true.</summary>
    public bool Mask { get; set; } = true;

    /// <summary>Rows of the masked copy of a clip. Default 540.</summary>
    [Range(144, 1080)]
    public int MaskedClipRows { get; set; } = 540;
}
