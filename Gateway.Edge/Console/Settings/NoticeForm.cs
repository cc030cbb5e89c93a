namespace Gateway.Edge.Console.Settings;

/// <summary>A notice as its form sends it.</summary>
public sealed class NoticeForm
{
    /// <summary>The Chinese words.</summary>
    public string? Zh { get; set; }

    /// <summary>The English words; may be empty.</summary>
    public string? En { get; set; }

    /// <summary>Device id of the one gate; empty for all of them.</summary>
    public string? Gate { get; set; }

    /// <summary>From when on, as a browser's field holds it.</summary>
    public string? From { get; set; }

    /// <summary>Until when, in the same form.</summary>
    public string? Until { get; set; }
}
