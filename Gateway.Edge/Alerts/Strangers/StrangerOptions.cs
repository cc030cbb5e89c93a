using System.ComponentModel.DataAnnotations;

namespace Gateway.Edge.Alerts.Strangers;

/// <summary>When unknown faces become strangers (section <c>Strangers</c>).</summary>
internal sealed class StrangerOptions
{
    /// <summary>Cosine similarity from which two sightings are the same unknown person; default 0.50 (1:1 threshold), 0.2 to 0.95.</summary>
    [Range(0.2, 0.95)]
    public double SamePerson { get; set; } = 0.50;

    /// <summary>Sightings join a stranger who was last seen at most this long ago; default 30 min.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Strangers remembered at once; the one seen longest ago is forgotten first. Default 2,000.</summary>
    [Range(10, 100_000)]
    public int Capacity { get; set; } = 2_000;
}
