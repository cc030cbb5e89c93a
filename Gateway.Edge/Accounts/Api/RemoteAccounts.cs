using Gateway.Edge.Commands;

namespace Gateway.Edge.Accounts.Api;

/// <summary>The accounts of a running gateway, over its local socket.</summary>
internal sealed class RemoteAccounts(GatewayApi gateway) : IAccountDesk
{
    private const string Root = "/api/accounts";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AccountLine>> ListAsync(CancellationToken cancellationToken) =>
        await gateway.GetAsync<List<AccountLine>>(Root, cancellationToken) ?? [];

    /// <inheritdoc/>
    public Task<AccountChange> AddAsync(string name, string person, AccountRole role, string by, CancellationToken cancellationToken) =>
        gateway.OrderAsync<AccountChange>(Root, new AccountOrder(by, name, person, role), cancellationToken);

    /// <inheritdoc/>
    public Task<AccountChange> SetRoleAsync(string name, AccountRole role, string by, CancellationToken cancellationToken) =>
        gateway.OrderAsync<AccountChange>(Path(name, "role"), new AccountOrder(by, Role: role), cancellationToken);

    /// <inheritdoc/>
    public Task<AccountChange> SetEnabledAsync(string name, bool enabled, string by, CancellationToken cancellationToken) =>
        gateway.OrderAsync<AccountChange>(Path(name, enabled ? "enable" : "disable"), new AccountOrder(by), cancellationToken);

    /// <inheritdoc/>
    public Task<AccountChange> ResetPasswordAsync(string name, string by, CancellationToken cancellationToken) =>
        gateway.OrderAsync<AccountChange>(Path(name, "reset-password"), new AccountOrder(by), cancellationToken);

    /// <inheritdoc/>
    public Task<AccountChange> EndSessionsAsync(string name, string by, CancellationToken cancellationToken) =>
        gateway.OrderAsync<AccountChange>(Path(name, "end-sessions"), new AccountOrder(by), cancellationToken);

    private static string Path(string name, string deed) => $"{Root}/{Uri.EscapeDataString(name)}/{deed}";
}
