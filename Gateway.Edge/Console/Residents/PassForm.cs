namespace Gateway.Edge.Console.Residents;

/// <summary>The fields of the forms that give cards and codes and take them back.</summary>
public sealed class PassForm
{
    /// <summary>Value of <see cref="Deed"/> for a card.</summary>
    public const string GiveCard = "card";

    /// <summary>Value of <see cref="Deed"/> for a code on the phone.</summary>
    public const string GiveCode = "code";

    /// <summary>Value of <see cref="Deed"/> for taking one back.</summary>
    public const string Revoke = "revoke";

    public string? Deed { get; set; }

    public string? Card { get; set; }

    /// <summary>The pass to take back.</summary>
    public string? Id { get; set; }
}
