using Gateway.Edge.Orders;

namespace Gateway.Edge.Accounts.Api;

/// <summary>Body of a change of an account over the local socket.</summary>
/// <param name="By">The local user's name, one line.</param>
/// <param name="Name">Log-in name of a new account; null for one that exists.</param>
/// <param name="Person">Who a new account is for; null for one that exists.</param>
/// <param name="Role">The role, where it is given one; null otherwise.</param>
internal sealed record AccountOrder(string By, string? Name = null, string? Person = null, AccountRole? Role = null)
{
    /// <summary>What every name of a local user begins with on record.</summary>
    public const string Local = "local:";

    /// <summary>The user's name as it goes on record: nobody at the socket passes for an account.</summary>
    public string Recorded => By.StartsWith(Local, StringComparison.Ordinal) ? By : Local + By;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Problem(bool needsRole) => new OrderRequest(By).Problem(needsReason: false) is { } fault
        ? fault
        : needsRole && Role is not { } ? $"The role must be one of {string.Join(", ", Enum.GetNames<AccountRole>())}." : null;
}
