using Microsoft.AspNetCore.Identity;

namespace Gateway.Cloud.Station.Accounts;

/// <summary>An account of a police officer at this station.</summary>
internal sealed class Officer : IdentityUser
{
    /// <summary>True while the password is one that the station made: the officer must choose another before anything else.</summary>
    public bool MustChangePassword { get; set; }
}
