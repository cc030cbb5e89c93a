using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gateway.Cloud.Station.Accounts;

/// <summary>Gives the account tables the product's names.</summary>
internal static class AccountTables
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<Officer>().ToTable("officers");
        builder.Entity<IdentityRole>().ToTable("roles");
        builder.Entity<IdentityUserRole<string>>().ToTable("officer_roles");
        builder.Entity<IdentityUserClaim<string>>().ToTable("officer_claims");
        builder.Entity<IdentityUserLogin<string>>().ToTable("officer_logins");
        builder.Entity<IdentityUserToken<string>>().ToTable("officer_tokens");
        builder.Entity<IdentityRoleClaim<string>>().ToTable("role_claims");
    }
}
