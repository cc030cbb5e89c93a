using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Audit;

/// <summary>One audit record as the page shows it.</summary>
/// <param name="Sequence">In the journal.</param>
/// <param name="At">When.</param>
/// <param name="By">Who, and from where; null where the record names nobody.</param>
/// <param name="What">What was done.</param>
/// <param name="Name">Its name in the contract.</param>
/// <param name="Why">The reason that was given; null where none was.</param>
/// <param name="Place">The device, <c>gateway</c> for what concerns them all.</param>
public sealed record AuditLine(long Sequence, DateTimeOffset At, string? By, LocalizedText What, string Name, string? Why, string Place)
{
    /// <summary>Opaque id of the person or grant that it is about; null where the record names none.</summary>
    public string? Subject { get; init; }
}
