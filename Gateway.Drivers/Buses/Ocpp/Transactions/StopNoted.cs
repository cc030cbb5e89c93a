namespace Gateway.Drivers.Buses.Ocpp.Transactions;

/// <summary>What became of a StopTransaction: the ended transaction, and how it was found.</summary>
internal sealed record StopNoted(OcppTransaction Transaction, StopMatch How);
