using Gateway.Cloud.Contract.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Gateway.Cloud.Station.Accounts;

/// <summary>Checks a name and password; an unknown name takes as long as a wrong password.</summary>
internal sealed class PasswordLogin(SignInManager<Officer> logins, UserManager<Officer> officers)
{
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Officer>().HashPassword(new Officer(), PasswordGenerator.Create()));

    public async Task<SignInResult> TryAsync(string name, string password)
    {
        if (await officers.FindByNameAsync(name) is { } officer)
        {
            return await logins.PasswordSignInAsync(officer, password, isPersistent: false, lockoutOnFailure: true);
        }

        officers.PasswordHasher.VerifyHashedPassword(new Officer(), NobodysHash.Value, password);
        return SignInResult.Failed;
    }
}
