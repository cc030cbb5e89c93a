namespace Gateway.Drivers.Buses.Ocpp.Transactions;

/// <summary>What became of a StartTransaction.</summary>
/// <param name="Transaction">The transaction that it began.</param>
/// <param name="Superseded">An earlier one that it ended; null where there was none.</param>
/// <param name="Repeated">The charger has said the same before.</param>
internal sealed record StartNoted(OcppTransaction Transaction, OcppTransaction? Superseded, bool Repeated);
