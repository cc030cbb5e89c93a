namespace Gateway.Edge.Access.Passes;

/// <summary>Body of an issue.</summary>
/// <param name="Subject">Whose it is to be.</param>
/// <param name="Card">The card's number; null for a code on the phone or a PIN.</param>
/// <param name="Until">When it ends; null while the person may pass.</param>
/// <param name="Pin">True for a PIN, which the gateway makes; one that the person had is taken back.</param>
internal sealed record PassRequest(Guid Subject, string? Card = null, DateTimeOffset? Until = null, bool Pin = false);
