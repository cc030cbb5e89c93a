using Gateway.Cloud.Contract.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gateway.Cloud.Station.Accounts;

/// <summary>Makes the first account of an empty station.</summary>
internal sealed class FirstOfficer(UserManager<Officer> officers, RoleManager<IdentityRole> roles)
{
    public const string Name = "officer";
    public const string Administrator = "Administrator";

    /// <summary>The new password when the account was made now; null when there are accounts already.</summary>
    public async Task<string?> EnsureAsync()
    {
        if (await officers.Users.AnyAsync())
        {
            return null;
        }

        if (!await roles.RoleExistsAsync(Administrator))
        {
            IssuedPasswords.Require(await roles.CreateAsync(new IdentityRole(Administrator)));
        }

        var password = PasswordGenerator.Create();
        var officer = new Officer { UserName = Name, MustChangePassword = true, LockoutEnabled = true };
        IssuedPasswords.Require(await officers.CreateAsync(officer, password));
        IssuedPasswords.Require(await officers.AddToRoleAsync(officer, Administrator));
        return password;
    }
}
