namespace Gateway.Edge.Access.Residents;

/// <summary>Who agreed to what, and when.</summary>
/// <param name="By">Who consented: the resident, or the guardian of a child.</param>
/// <param name="At">When.</param>
/// <param name="TextVersion">The version of the text that was shown.</param>
/// <param name="WithdrawnAt">When the consent was withdrawn; null while it stands.</param>
/// <param name="WithdrawnBy">Who withdrew it.</param>
internal sealed record Consent(string By, DateTimeOffset At, string TextVersion, DateTimeOffset? WithdrawnAt = null, string? WithdrawnBy = null)
{
    /// <summary>True while face data may be held.</summary>
    public bool Stands => WithdrawnAt is null;
}
