namespace Gateway.Edge.Access.Passes;

/// <summary>A pass that was given.</summary>
/// <param name="Pass">The pass.</param>
/// <param name="Page">Path of the phone's page, to stand behind the gateway's own address; null for a card or a PIN. Whoever has it can pass.</param>
/// <param name="Pin">The PIN, told here and never again; null for anything else.</param>
internal sealed record IssuedPass(Pass Pass, string? Page, string? Pin = null);
