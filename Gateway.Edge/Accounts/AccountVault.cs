using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gateway.Edge.Accounts;

/// <summary>
/// The stored accounts: one piece of work at a time, which also bounds what guessers of passwords can cost the box. Safe for several threads.
/// </summary>
internal sealed class AccountVault(IServiceScopeFactory scopes, AccountBook book) : IDisposable
{
    // Held by one piece of work at a time.
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Works with the stored accounts, then forgets them.</summary>
    public async Task<T> UseAsync<T>(Func<UserManager<Account>, Task<T>> work, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await work(scope.ServiceProvider.GetRequiredService<UserManager<Account>>());
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Fills memory from the file.</summary>
    public Task<int> LoadAsync(CancellationToken cancellationToken) => UseAsync(
        async accounts =>
        {
            var stored = await accounts.Users.AsNoTracking().ToListAsync(cancellationToken);
            stored.ForEach(account => book.Put(AccountStanding.Of(account)));
            return stored.Count;
        },
        cancellationToken);

    /// <summary>Stores what was changed, then remembers it. To be called from within <see cref="UseAsync"/>.</summary>
    /// <param name="accounts">The stored accounts.</param>
    /// <param name="account">The changed one.</param>
    /// <param name="endSessions">Every session of it ends.</param>
    /// <exception cref="InvalidOperationException">The account breaks a rule that the caller should have checked.</exception>
    public async Task<AccountStanding> SaveAsync(UserManager<Account> accounts, Account account, bool endSessions)
    {
        Require(endSessions ? await accounts.UpdateSecurityStampAsync(account) : await accounts.UpdateAsync(account));
        var standing = AccountStanding.Of(account);
        book.Put(standing);
        return standing;
    }

    /// <summary>Stores a new account with its password, then remembers it. To be called from within <see cref="UseAsync"/>.</summary>
    public async Task<AccountStanding> AddAsync(UserManager<Account> accounts, Account account, string password)
    {
        Require(await accounts.CreateAsync(account, password));
        var standing = AccountStanding.Of(account);
        book.Put(standing);
        return standing;
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Description)));
        }
    }
}
