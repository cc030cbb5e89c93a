namespace Gateway.Drivers.Devices;

/// <summary>A sentence for people in both languages of the product.</summary>
/// <param name="Zh">Simplified Chinese.</param>
/// <param name="En">English.</param>
public sealed record Wording(string Zh, string En)
{
    /// <inheritdoc/>
    public override string ToString() => En;
}
