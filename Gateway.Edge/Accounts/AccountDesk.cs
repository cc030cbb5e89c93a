using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Accounts;

namespace Gateway.Edge.Accounts;

/// <inheritdoc cref="IAccountDesk"/>
internal sealed class AccountDesk(AccountVault vault, AccountBook book, AccountRecords records, TimeProvider time) : IAccountDesk
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<AccountLine>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AccountLine>>([.. book.All.Select(Line)]);

    /// <inheritdoc/>
    public Task<AccountChange> AddAsync(string name, string person, AccountRole role, string by, CancellationToken cancellationToken) => vault.UseAsync(
        async accounts =>
        {
            if ((AccountNames.Fault(name) ?? AccountNames.PersonFault(person) ?? Taken(name)) is { } refusal)
            {
                return new AccountChange(null, refusal);
            }

            var (password, now) = (PasswordGenerator.Create(), time.GetUtcNow());
            await records.PutAsync(AccountDeeds.Added, by, AccountWords.Added(name, role));
            var account = new Account
            {
                UserName = name,
                Person = person.Trim(),
                Role = role,
                RoleSince = now,
                CreatedAt = now,
                MustChangePassword = true,
                LockoutEnabled = true,
            };
            return new AccountChange(Line(await vault.AddAsync(accounts, account, password)), Password: password);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<AccountChange> SetRoleAsync(string name, AccountRole role, string by, CancellationToken cancellationToken) => ChangeAsync(
        name,
        account => account.Role == AccountRole.Administrator && role != AccountRole.Administrator && IsLast(account) ? AccountWords.LastAdministrator : null,
        account => account.Role == role ? null : (AccountDeeds.RoleChanged, AccountWords.RoleChanged(account.UserName!, role)),
        by,
        account =>
        {
            account.Role = role;
            account.RoleSince = time.GetUtcNow();
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<AccountChange> SetEnabledAsync(string name, bool enabled, string by, CancellationToken cancellationToken) => ChangeAsync(
        name,
        account => !enabled && account.Role == AccountRole.Administrator && IsLast(account) ? AccountWords.LastAdministrator : null,
        account => account.Disabled != enabled
            ? null
            : enabled ? (AccountDeeds.Enabled, AccountWords.Enabled(account.UserName!)) : (AccountDeeds.Disabled, AccountWords.Disabled(account.UserName!)),
        by,
        account => account.Disabled = !enabled,
        cancellationToken);

    /// <inheritdoc/>
    public Task<AccountChange> EndSessionsAsync(string name, string by, CancellationToken cancellationToken) => ChangeAsync(
        name, _ => null, account => (AccountDeeds.SessionsEnded, AccountWords.SessionsEnded(account.UserName!)), by, _ => { }, cancellationToken);

    /// <inheritdoc/>
    public Task<AccountChange> ResetPasswordAsync(string name, string by, CancellationToken cancellationToken) => vault.UseAsync(
        async accounts =>
        {
            if (await accounts.FindByNameAsync(name) is not { } account)
            {
                return new AccountChange(null, AccountWords.Absent);
            }

            var password = PasswordGenerator.Create();
            await records.PutAsync(AccountDeeds.PasswordReset, by, AccountWords.PasswordReset(account.UserName!));
            account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
            account.MustChangePassword = true;
            account.LockoutEnd = null;
            account.AccessFailedCount = 0;
            account.TwoFactorEnabled = false;
            await accounts.ResetAuthenticatorKeyAsync(account);
            return new AccountChange(Line(await vault.SaveAsync(accounts, account, endSessions: true)), Password: password);
        },
        cancellationToken);

    private Task<AccountChange> ChangeAsync(
        string name,
        Func<Account, LocalizedText?> refuse,
        Func<Account, (string Deed, LocalizedText Words)?> tell,
        string by,
        Action<Account> change,
        CancellationToken cancellationToken) => vault.UseAsync(
            async accounts =>
            {
                if (await accounts.FindByNameAsync(name) is not { } account)
                {
                    return new AccountChange(null, AccountWords.Absent);
                }

                if (refuse(account) is { } refusal)
                {
                    return new AccountChange(null, refusal);
                }

                if (tell(account) is var (deed, words))
                {
                    await records.PutAsync(deed, by, words);
                    change(account);
                    await vault.SaveAsync(accounts, account, endSessions: true);
                }

                return new AccountChange(Line(AccountStanding.Of(account)));
            },
            cancellationToken);

    private LocalizedText? Taken(string name) => book.Named(name) is null ? null : AccountWords.Taken;

    private bool IsLast(Account account) => !book.All.Any(other => other is { Role: AccountRole.Administrator, Disabled: false } && other.Id != account.Id);

    private AccountLine Line(AccountStanding standing) => AccountLine.Of(standing, time.GetUtcNow());
}
