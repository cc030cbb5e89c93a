using System.Data.Common;
using Gateway.Cloud.Contract.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gateway.Edge.Accounts;

/// <summary>
/// Checks passwords and codes, and counts wrong ones: five in a row lock an account for a quarter of an hour. A right password that a code has to
/// follow does not end the row, or codes could be guessed without end. A name that nobody has takes as long as a wrong password. Safe for several
/// threads.
/// </summary>
internal sealed class Credentials(AccountVault vault, AccountBook book, AccountRecords records, SpentCodes spent, TimeProvider time, ILogger<Credentials> logger)
{
    /// <summary>Wrong tries in a row after which an account is locked.</summary>
    public const int MostTries = 5;

    /// <summary>Longer offers are wrong without being looked at.</summary>
    public const int LongestPassword = 128;

    /// <summary>How long an account stays locked.</summary>
    public static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);

    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>().HashPassword(new Account(), PasswordGenerator.Create()));

    /// <summary>Checks a password.</summary>
    /// <param name="name">Log-in name, in whatever case.</param>
    /// <param name="password">What was offered.</param>
    /// <param name="by">From where, for the record of a lock-out.</param>
    /// <param name="cancellationToken">Gives up while others' tries are looked at.</param>
    public Task<CredentialCheck> PasswordAsync(string name, string password, string by, CancellationToken cancellationToken) => vault.UseAsync(
        async accounts =>
        {
            if (password.Length > LongestPassword || name.Length > AccountNames.Longest)
            {
                return new CredentialCheck(CredentialVerdict.Wrong, null);
            }

            if (await accounts.FindByNameAsync(name) is not { } account)
            {
                accounts.PasswordHasher.VerifyHashedPassword(new Account(), NobodysHash.Value, password);
                return new CredentialCheck(CredentialVerdict.Wrong, null);
            }

            // Looked at even where the account is locked: that takes as long, and tells of the lock only whoever knows the password.
            var right = await accounts.CheckPasswordAsync(account, password);
            return IsLocked(account)
                ? await LockedAsync(accounts, account, right)
                : await CheckAsync(accounts, account, () => Task.FromResult(right), complete: !account.TwoFactorEnabled, by);
        },
        cancellationToken);

    /// <summary>Checks a code of the second factor, or one of the recovery codes, which is spent by it.</summary>
    public Task<CredentialCheck> CodeAsync(string id, string code, string by, CancellationToken cancellationToken) => vault.UseAsync(
        async accounts => code.Length > LongestPassword || await accounts.FindByIdAsync(id) is not { TwoFactorEnabled: true } account
            ? new CredentialCheck(CredentialVerdict.Wrong, book.Find(id))
            : await CheckAsync(accounts, account, () => IsCodeAsync(accounts, account, code), complete: true, by),
        cancellationToken);

    /// <summary>
    /// Checks a password, or a code of the second factor, of a session that goes on. Counts nothing and heeds no lock, both of which others could bring
    /// about: the caller counts by session.
    /// </summary>
    public Task<bool> ConfirmAsync(string id, string offered, bool isCode, CancellationToken cancellationToken) => vault.UseAsync(
        async accounts => offered.Length <= LongestPassword
            && await accounts.FindByIdAsync(id) is { Disabled: false } account
            && (isCode ? account.TwoFactorEnabled && await IsCodeAsync(accounts, account, offered) : await accounts.CheckPasswordAsync(account, offered)),
        cancellationToken);

    private bool IsLocked(Account account) => account.LockoutEnd > time.GetUtcNow();

    // The lock must not answer guesses either: after as many wrong ones as brought it, even the right password is called wrong until its end.
    private async Task<CredentialCheck> LockedAsync(UserManager<Account> accounts, Account account, bool right)
    {
        var told = right && account.AccessFailedCount < MostTries;
        if (!right && account.AccessFailedCount < MostTries)
        {
            account.AccessFailedCount++;
            await SaveAsync(accounts, account);
        }

        return new CredentialCheck(told ? CredentialVerdict.LockedOut : CredentialVerdict.Wrong, AccountStanding.Of(account));
    }

    private async Task<CredentialCheck> CheckAsync(UserManager<Account> accounts, Account account, Func<Task<bool>> right, bool complete, string by)
    {
        if (IsLocked(account))
        {
            return new CredentialCheck(CredentialVerdict.LockedOut, AccountStanding.Of(account));
        }

        if (account.LockoutEnd is not null)
        {
            // What was tried during a lock counts no more after it.
            account.LockoutEnd = null;
            account.AccessFailedCount = 0;
        }

        if (!await right())
        {
            await CountAsync(accounts, account, by);
            return new CredentialCheck(CredentialVerdict.Wrong, AccountStanding.Of(account));
        }

        if (complete && account.AccessFailedCount > 0)
        {
            account.AccessFailedCount = 0;
            account.LockoutEnd = null;
            await SaveAsync(accounts, account);
        }

        return new CredentialCheck(account.Disabled ? CredentialVerdict.Disabled : CredentialVerdict.Right, AccountStanding.Of(account));
    }

    private async Task<bool> IsCodeAsync(UserManager<Account> accounts, Account account, string code)
    {
        var digits = code.Replace(" ", "", StringComparison.Ordinal).Trim();
        return digits.Length == SpentCodes.Digits && digits.All(char.IsAsciiDigit)
            ? await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits) && spent.TrySpend(account.Id, digits)
            : (await accounts.RedeemTwoFactorRecoveryCodeAsync(account, digits.ToUpperInvariant())).Succeeded;
    }

    private async Task CountAsync(UserManager<Account> accounts, Account account, string by)
    {
        account.AccessFailedCount++;
        var locked = account.AccessFailedCount >= MostTries;
        if (locked)
        {
            account.AccessFailedCount = 0;
            account.LockoutEnd = time.GetUtcNow() + Lockout;
        }

        await SaveAsync(accounts, account);
        if (locked)
        {
            await records.TryPutAsync(AccountDeeds.Locked, by, AccountWords.Locked(account.UserName!));
        }
    }

    // A full disk must not keep the right password out.
    private async Task SaveAsync(UserManager<Account> accounts, Account account)
    {
        try
        {
            await vault.SaveAsync(accounts, account, endSessions: false);
        }
        catch (Exception error) when (error is DbException or DbUpdateException)
        {
            AccountsLog.NotCounted(logger, account.UserName!, error);
        }
    }
}
