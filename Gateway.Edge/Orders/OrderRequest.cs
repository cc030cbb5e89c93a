namespace Gateway.Edge.Orders;

/// <summary>Body of an order: who gives it and why.</summary>
/// <param name="By">The local user's name, 1 to <see cref="LongestName"/> characters.</param>
/// <param name="Why">The reason in the user's own words, up to <see cref="LongestReason"/> characters; null where the order needs none.</param>
internal sealed record OrderRequest(string By, string? Why = null)
{
    /// <summary>Characters of the longest account name that Linux knows.</summary>
    public const int LongestName = 64;

    /// <summary>A sentence or two; it travels upstream with what follows from the order.</summary>
    public const int LongestReason = 200;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Problem(bool needsReason)
    {
        if (!IsLine(By, LongestName))
        {
            return $"Who gives the order must be one line of 1 to {LongestName} characters.";
        }

        return (Why is null && !needsReason) || (Why is not null && IsLine(Why, LongestReason))
            ? null
            : $"The reason must be one line of 1 to {LongestReason} characters: it goes on record.";
    }

    private static bool IsLine(string text, int longest) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= longest && !text.Any(char.IsControl);
}
