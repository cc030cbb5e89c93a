using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Gateway.Cloud.Station.Accounts;

/// <summary>Adds to an officer's identity that the password must be changed first.</summary>
internal sealed class OfficerClaims(UserManager<Officer> officers, RoleManager<IdentityRole> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Officer, IdentityRole>(officers, roles, options)
{
    public const string MustChange = "must-change-password";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Officer user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (user.MustChangePassword)
        {
            identity.AddClaim(new Claim(MustChange, "true"));
        }

        return identity;
    }
}
