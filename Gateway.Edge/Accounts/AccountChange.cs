using Gateway.Cloud.Contract;

namespace Gateway.Edge.Accounts;

/// <summary>What became of a change.</summary>
/// <param name="Account">The account as it is now; null where nothing was changed.</param>
/// <param name="Refusal">Why nothing was changed; null where it was.</param>
/// <param name="Password">The password that was made for it, shown once; null where none was.</param>
internal sealed record AccountChange(AccountLine? Account, LocalizedText? Refusal = null, string? Password = null);
