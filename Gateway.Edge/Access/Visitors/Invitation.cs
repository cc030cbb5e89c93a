namespace Gateway.Edge.Access.Visitors;

/// <summary>
/// What makes a grant an invitation. The name, the time and the gates are the grant's, which gates decide by; nothing here says who comes. Immutable.
/// </summary>
/// <param name="Grant">The visitor's grant; also names the invitation.</param>
/// <param name="Host">The resident who invites.</param>
/// <param name="Pass">The visitor's code.</param>
/// <param name="Made">When it was made.</param>
/// <param name="Link">SHA-256 of the link's key in hexadecimal: whoever reads the file cannot open the link.</param>
/// <param name="Forget">The visitor wants everything erased: as soon as each device has confirmed the end.</param>
internal sealed record Invitation(Guid Grant, Guid Host, Guid Pass, DateTimeOffset Made, string Link, bool Forget = false);
