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

    /// <summary>How long visits and what staff said of them are kept, without any face: the time that the rates of false alarms look back.</summary>
    public static readonly TimeSpan KeepVisits = TimeSpan.FromDays(30);

    /// <summary>A stranger who stays at one gate for so long is told once as lingering; default 3 min, zero for never, up to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan LoiterAfter { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>Sightings at one gate at most so far apart count as staying; default 60 s, 10 s to 10 min. Longer than <c>Faces:RepeatUnknownAfter</c>.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "00:10:00")]
    public TimeSpan StayGap { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long a face is remembered under one random label, to tell that somebody returns; default 7 days, zero for not at all, up to 30 days. Then the face is
    /// erased, and whoever comes again begins anew under another label.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan RememberFor { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Faces remembered at most; the one seen longest ago goes first. Default 2,000, up to 4,000: labels must stay apart.</summary>
    [Range(10, 4_000)]
    public int RememberAtMost { get; set; } = 2_000;
}
