namespace Gateway.Edge.Privacy.Consents;

/// <summary>What a ledger's row holds about people: sealed on the disk.</summary>
/// <param name="Name">Whose face it is about.</param>
/// <param name="By">Who consented: the person or a guardian.</param>
/// <param name="WithdrawnBy">Who withdrew it; null while nobody has.</param>
internal sealed record ConsentNames(string Name, string By, string? WithdrawnBy);
