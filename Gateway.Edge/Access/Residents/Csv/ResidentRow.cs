using Gateway.Edge.Access.Csv;

namespace Gateway.Edge.Access.Residents.Csv;

/// <summary>A row of a CSV file as a draft.</summary>
/// <param name="Line">The row.</param>
/// <param name="Draft">Who it is.</param>
/// <param name="LeaseEnd">When the lease ends; null leaves it as it is.</param>
internal sealed record ResidentRow(TableLine Line, ResidentDraft Draft, DateTimeOffset? LeaseEnd);
