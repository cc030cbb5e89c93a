using Gateway.Cloud.Contract.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Gateway.Cloud.Station.Accounts;

/// <summary>Passwords that the station makes for an officer who has to change them.</summary>
internal sealed class IssuedPasswords(UserManager<Officer> officers)
{
    /// <summary>A new password for the officer, whose other sessions end and whose lock-out is lifted; null when there is none of that name.</summary>
    public async Task<string?> ResetAsync(string name)
    {
        if (await officers.FindByNameAsync(name) is not { } officer)
        {
            return null;
        }

        var password = PasswordGenerator.Create();
        officer.MustChangePassword = true;
        officer.LockoutEnd = null;
        officer.AccessFailedCount = 0;
        officer.PasswordHash = officers.PasswordHasher.HashPassword(officer, password);
        Require(await officers.UpdateSecurityStampAsync(officer));
        return password;
    }

    /// <exception cref="InvalidOperationException">The account store refused.</exception>
    public static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Description)));
        }
    }
}
