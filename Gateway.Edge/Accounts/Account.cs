using Microsoft.AspNetCore.Identity;

namespace Gateway.Edge.Accounts;

/// <summary>Somebody who may sign in to the gateway's pages, as it is stored.</summary>
internal sealed class Account : IdentityUser
{
    /// <summary>Who that is, in their own words; the log-in name is <see cref="IdentityUser{TKey}.UserName"/>.</summary>
    public string Person { get; set; } = string.Empty;

    /// <summary>What the person may do.</summary>
    public AccountRole Role { get; set; }

    /// <summary>Since when; a guard sees nothing older.</summary>
    public DateTimeOffset RoleSince { get; set; }

    /// <summary>When the account was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>True while nobody may sign in with it.</summary>
    public bool Disabled { get; set; }

    /// <summary>True while the password is one that the gateway made: another must be chosen before anything else.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The language of the person's pages, <c>zh-CN</c> or <c>en</c>; null for that of the browser's last choice.</summary>
    public string? Language { get; set; }
}
