using System.ComponentModel.DataAnnotations;

namespace Gateway.Edge.Access.Decisions;

/// <summary>How gates answer (section <c>Access</c>).</summary>
internal sealed class AccessOptions
{
    /// <summary>A person for whom the gate has opened is answered again after this long; default 6 s, 1 s to 2 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan RepeatAfterOpening { get; set; } = TimeSpan.FromSeconds(6);

    /// <summary>The same visit is given the same refusal again after this long; default 20 s, 1 s to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan RepeatAfterRefusal { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a welcome stays on show; default 1.5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:00:30")]
    public TimeSpan WelcomeFor { get; set; } = TimeSpan.FromSeconds(1.5);

    /// <summary>How long a refusal stays on show; default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan RefusalFor { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The door relay must have been driven within this time; default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:30")]
    public TimeSpan RelayTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long an unknown face at a gate with a reader may take to show a card or a code before it is a stranger's; default 5 s, at most 30 s. Zero tells
    /// at once, also of those who declined face recognition.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:30")]
    public TimeSpan StrangerGrace { get; set; } = TimeSpan.FromSeconds(5);
}
