namespace Gateway.Edge.Patrols;

/// <summary>A note for a ticket.</summary>
/// <param name="Text">1 to 500 characters.</param>
internal sealed record NoteRequest(string Text)
{
    /// <summary>Longest text.</summary>
    public const int Longest = 500;
}
