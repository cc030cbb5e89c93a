using System.ComponentModel.DataAnnotations;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>How lanes work (section <c>Lanes</c>).</summary>
internal sealed class LaneOptions
{
    public const string Section = "Lanes";

    /// <summary>A vehicle that the arm stays down for and that waits longer is told to the guard; default 30 s, 5 s to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan WaitsLongAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>A vehicle that is out of the picture, and not on the loop before the arm, has left after so long; default 6 s, 2 s to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:01:00")]
    public TimeSpan LeftAfter { get; set; } = TimeSpan.FromSeconds(6);

    /// <summary>A plate that has passed here, or at the barrier that faces this one, is not answered again for so long; default 15 s, 1 s to 2 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan PassedFor { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>A vehicle on the loop before the arm that shows no plate for so long is the guard's; default 6 s, 2 s to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:01:00")]
    public TimeSpan NoPlateAfter { get; set; } = TimeSpan.FromSeconds(6);

    /// <summary>A camera that shows nothing for so long leaves the lane to the guard; default 10 s, 2 s to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:01:00")]
    public TimeSpan NoPictureAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The barrier must have taken an order within this time; default 2 s, 0.1 s to 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:30")]
    public TimeSpan RelayTimeout { get; set; } = TimeSpan.FromSeconds(2);
}
