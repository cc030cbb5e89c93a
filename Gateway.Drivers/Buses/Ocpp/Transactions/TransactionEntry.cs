namespace Gateway.Drivers.Buses.Ocpp.Transactions;

/// <summary>
/// A transaction as it is kept, with the times exactly as the charger stated them: a repetition states the same, even where the clock is
/// so wrong that we do not go by it.
/// </summary>
internal sealed record TransactionEntry(OcppTransaction Transaction)
{
    public DateTimeOffset? StatedStart { get; init; }

    public DateTimeOffset? StatedStop { get; init; }
}
