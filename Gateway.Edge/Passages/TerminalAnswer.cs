namespace Gateway.Edge.Passages;

/// <summary>What a face terminal was answered. Guarded by <see cref="TerminalAnswers"/>.</summary>
/// <param name="number">The person's number; null for nobody known.</param>
/// <param name="at">When.</param>
/// <param name="opened">Whether the answer was to open.</param>
internal sealed class TerminalAnswer(string? number, DateTimeOffset at, bool opened)
{
    public string? Number => number;

    public DateTimeOffset At => at;

    /// <summary>Whether the terminal was let open, as far as is known.</summary>
    public bool Opened { get; set; } = opened;

    /// <summary>What the terminal has said of this person since: true that it let pass, false that it did not, null for nothing.</summary>
    public bool? Heard { get; set; }
}
