namespace Gateway.Edge.Access.Residents;

/// <summary>Body of <c>POST /api/residents/{id}/withdrawal</c>.</summary>
/// <param name="By">Who withdraws the consent, 1 to 40 characters.</param>
internal sealed record WithdrawalRequest(string By);
