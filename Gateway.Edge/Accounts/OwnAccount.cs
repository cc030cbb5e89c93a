using Gateway.Cloud.Contract;
using Microsoft.AspNetCore.Identity;

namespace Gateway.Edge.Accounts;

/// <summary>What people change of their own account. On record before it is done. Safe for several threads.</summary>
internal sealed class OwnAccount(AccountVault vault, AccountRecords records, FirstAccount first, SpentCodes spent)
{
    /// <summary>Characters of the shortest password.</summary>
    public const int ShortestPassword = 12;

    private const int RecoveryCodes = 10;

    // Where Identity's stores keep the secret and the recovery codes.
    private const string Store = "[AspNetUserStore]";
    private const string SecretName = "AuthenticatorKey";

    /// <summary>Changes the password; every session ends, so whoever changed it begins another one.</summary>
    /// <returns>The account as it is now, or why nothing was changed.</returns>
    public Task<(AccountStanding? Account, LocalizedText? Refusal)> ChangePasswordAsync(string id, string chosen, string by, CancellationToken cancellationToken) =>
        vault.UseAsync<(AccountStanding?, LocalizedText?)>(
            async accounts =>
            {
                var account = await FindAsync(accounts, id);
                if (await FaultAsync(accounts, account, chosen) is { } refusal)
                {
                    return (null, refusal);
                }

                await records.PutAsync(AccountDeeds.PasswordChanged, by, AccountWords.PasswordChanged(account.UserName!));
                account.PasswordHash = accounts.PasswordHasher.HashPassword(account, chosen);
                account.MustChangePassword = false;
                var standing = await vault.SaveAsync(accounts, account, endSessions: true);
                first.Forget(standing.Name);
                return (standing, null);
            },
            cancellationToken);

    /// <summary>A new secret for the second factor, which counts from the first right code on.</summary>
    public Task<string> NewSecretAsync(string id, CancellationToken cancellationToken) => vault.UseAsync(
        async accounts =>
        {
            var account = await FindAsync(accounts, id);
            if (account.TwoFactorEnabled)
            {
                throw new InvalidOperationException("The second factor is on; its secret is not shown again.");
            }

            if (await accounts.GetAuthenticatorKeyAsync(account) is { } begun)
            {
                return begun;
            }

            // Not ResetAuthenticatorKeyAsync, which would end every session for a secret that does not count yet.
            var secret = accounts.GenerateNewAuthenticatorKey();
            await accounts.SetAuthenticationTokenAsync(account, Store, SecretName, secret);
            await vault.SaveAsync(accounts, account, endSessions: false);
            return secret;
        },
        cancellationToken);

    /// <summary>Turns the second factor on with a code of it, which is spent by that; other sessions end.</summary>
    /// <returns>The account as it is now and its recovery codes; null for a wrong code.</returns>
    public Task<(AccountStanding Account, IReadOnlyList<string> Codes)?> TurnOnAsync(string id, string code, string by, CancellationToken cancellationToken) =>
        vault.UseAsync<(AccountStanding, IReadOnlyList<string>)?>(
            async accounts =>
            {
                var account = await FindAsync(accounts, id);
                var digits = code.Replace(" ", "", StringComparison.Ordinal).Trim();
                if (account.TwoFactorEnabled || digits.Length != SpentCodes.Digits || !digits.All(char.IsAsciiDigit)
                    || !await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits) || !spent.TrySpend(account.Id, digits))
                {
                    return null;
                }

                await records.PutAsync(AccountDeeds.CodesOn, by, AccountWords.CodesOn(account.UserName!));
                account.TwoFactorEnabled = true;
                var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
                return (await vault.SaveAsync(accounts, account, endSessions: true), [.. codes!]);
            },
            cancellationToken);

    /// <summary>Turns the second factor off and forgets its secret; other sessions end.</summary>
    public Task<AccountStanding> TurnOffAsync(string id, string by, CancellationToken cancellationToken) => vault.UseAsync(
        async accounts =>
        {
            var account = await FindAsync(accounts, id);
            await records.PutAsync(AccountDeeds.CodesOff, by, AccountWords.CodesOff(account.UserName!));
            account.TwoFactorEnabled = false;
            await accounts.RemoveAuthenticationTokenAsync(account, Store, SecretName);
            await accounts.RemoveAuthenticationTokenAsync(account, Store, "RecoveryCodes");
            return await vault.SaveAsync(accounts, account, endSessions: true);
        },
        cancellationToken);

    /// <summary>New recovery codes; those of before are worth nothing any more.</summary>
    public Task<IReadOnlyList<string>> NewRecoveryCodesAsync(string id, string by, CancellationToken cancellationToken) => vault.UseAsync<IReadOnlyList<string>>(
        async accounts =>
        {
            var account = await FindAsync(accounts, id);
            await records.PutAsync(AccountDeeds.RecoveryCodes, by, AccountWords.RecoveryCodes(account.UserName!));
            var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
            await vault.SaveAsync(accounts, account, endSessions: false);
            return [.. codes!];
        },
        cancellationToken);

    /// <summary>Chooses the language of one's pages; no secret and no right depends on it, so it goes without a record.</summary>
    public Task<AccountStanding> SetLanguageAsync(string id, string language, CancellationToken cancellationToken) => vault.UseAsync(
        async accounts =>
        {
            var account = await FindAsync(accounts, id);
            account.Language = language;
            return await vault.SaveAsync(accounts, account, endSessions: false);
        },
        cancellationToken);

    private static async Task<Account> FindAsync(UserManager<Account> accounts, string id) =>
        await accounts.FindByIdAsync(id) ?? throw new InvalidOperationException("The session's account is gone.");

    private static async Task<LocalizedText?> FaultAsync(UserManager<Account> accounts, Account account, string chosen)
    {
        if (chosen.Length is < ShortestPassword or > Credentials.LongestPassword || chosen.Distinct().Count() < 5
            || chosen.Contains(account.UserName!, StringComparison.OrdinalIgnoreCase))
        {
            return PasswordWords.TooWeak;
        }

        return await accounts.CheckPasswordAsync(account, chosen) ? PasswordWords.Same : null;
    }
}
