using System.ComponentModel.DataAnnotations;

namespace Gateway.Edge.Access.Visitors;

/// <summary>What residents' invitations may be (section <c>Visitors</c>).</summary>
internal sealed class VisitorOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Visitors";

    /// <summary>Longest time between begin and end of an invitation. Default 24 h; 1 h to 7 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "7.00:00:00")]
    public TimeSpan Longest { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long before its begin an invitation may be made. Default 7 days; at most 30.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan Ahead { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Invitations of one resident that are open at a time. Default 5; 1 to 100.</summary>
    [Range(1, 100)]
    public int MostOpen { get; set; } = 5;

    /// <summary>Invitations that one resident may make within 24 h, cancelled ones too. Default 20; 1 to 1000.</summary>
    [Range(1, 1000)]
    public int MostPerDay { get; set; } = 20;

    /// <summary>Photos that a visitor may try for one invitation. Default 10; 1 to 100.</summary>
    [Range(1, 100)]
    public int FaceTries { get; set; } = 10;

    /// <summary>How soon after a resident is gone their invitations are. Default 1 s; at most a minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.2", "00:01:00")]
    public TimeSpan CheckInterval { get; set; } = TimeSpan.FromSeconds(1);
}
