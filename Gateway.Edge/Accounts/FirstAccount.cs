using System.Text;
using Gateway.Cloud.Contract.Accounts;
using Gateway.Cloud.Contract.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gateway.Edge.Accounts;

/// <summary>Makes the administrator of an empty gateway. The password lies in a file of the gateway's user until it has been changed.</summary>
internal sealed class FirstAccount(AccountVault vault, AccountsFile file, AccountRecords records, TimeProvider time, ILogger<FirstAccount> logger)
{
    /// <summary>Log-in name of the first account.</summary>
    public const string Name = "admin";

    /// <summary>The file in the data directory that holds the first password.</summary>
    public const string FileName = "first-password";

    private string PasswordFile => Path.Combine(Path.GetDirectoryName(file.Path)!, FileName);

    /// <summary>Makes the account where there is none at all.</summary>
    public Task<bool> EnsureAsync(CancellationToken cancellationToken) => vault.UseAsync(
        async accounts =>
        {
            if (await accounts.Users.AnyAsync(cancellationToken))
            {
                return false;
            }

            // The password first: a stop in between leaves a file that the next start replaces, never an account that nobody can open.
            var (password, now) = (PasswordGenerator.Create(), time.GetUtcNow());
            File.Delete(PasswordFile);
            PrivateFiles.WriteNew(PasswordFile, Encoding.ASCII.GetBytes(password + "\n"));
            var account = new Account
            {
                UserName = Name,
                Person = Name,
                Role = AccountRole.Administrator,
                RoleSince = now,
                CreatedAt = now,
                MustChangePassword = true,
                LockoutEnabled = true,
            };
            await vault.AddAsync(accounts, account, password);
            AccountsLog.FirstAccount(logger, Name, PasswordFile);
            await records.TryPutAsync(AccountDeeds.Added, "gateway", AccountWords.Added(Name, AccountRole.Administrator));
            return true;
        },
        cancellationToken);

    /// <summary>Removes the file once its password opens nothing any more.</summary>
    public void Forget(string name)
    {
        if (name == Name)
        {
            File.Delete(PasswordFile);
        }
    }
}
