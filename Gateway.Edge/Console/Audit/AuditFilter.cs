namespace Gateway.Edge.Console.Audit;

/// <summary>Which audit records to find.</summary>
/// <param name="Text">Part of who, what or why, in whatever case; null for all.</param>
/// <param name="Since">Not before; null for any time.</param>
/// <param name="Until">Before; null for any time.</param>
/// <param name="Besides">Name of records to leave out; null for none.</param>
internal sealed record AuditFilter(string? Text = null, DateTimeOffset? Since = null, DateTimeOffset? Until = null, string? Besides = null)
{
    /// <summary>Opaque id of the person or grant that they are about; null for all.</summary>
    public Guid? Subject { get; init; }

    /// <summary>True when the record is one of those.</summary>
    public bool Matches(AuditLine line) => line.Name != Besides && (Text is not { Length: > 0 } text
        || Has(line.By, text) || Has(line.What.Zh, text) || Has(line.What.En, text) || Has(line.Name, text) || Has(line.Why, text) || Has(line.Place, text) || Has(line.Subject, text));

    private static bool Has(string? value, string text) => value?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;
}
