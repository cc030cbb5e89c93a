using Gateway.Edge.Accounts.Sessions;
using Gateway.Edge.Journal;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Accounts;

/// <summary>Registers the accounts of the gateway's pages.</summary>
internal static class AccountsServices
{
    /// <summary>Adds <see cref="IAccountDesk"/>. Needs <see cref="JournalServices.AddJournal"/>.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddGatewayIdentity(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new AccountsFile(Path.GetFullPath(provider.GetRequiredService<IOptions<GatewayOptions>>().Value.DataDirectory)));
        services.AddDbContext<AccountsDatabase>((provider, options) =>
        {
            var file = provider.GetRequiredService<AccountsFile>();
            options.UseSqlite(file.ConnectionString).AddInterceptors(file);
        });
        services.AddIdentityCore<Account>(Rules).AddUserStore<UserOnlyStore<Account, AccountsDatabase>>();
        services.AddScoped<AuthenticatorTokenProvider<Account>>();
        services.AddSingleton<AccountBook>();
        services.AddSingleton<AccountVault>();
        services.AddSingleton<AccountRecords>();
        services.AddSingleton<AccountsStart>();
        services.AddHostedService(provider => provider.GetRequiredService<AccountsStart>());
        services.AddSingleton<FirstAccount>();
        services.AddSingleton<AccountDesk>();
        services.AddSingleton<IAccountDesk>(provider => provider.GetRequiredService<AccountDesk>());
        services.AddSingleton<OwnAccount>();
        services.AddSingleton<SpentCodes>();
        services.AddSingleton<Credentials>();
        services.AddSingleton<EndedSessions>();
        services.AddSingleton<SessionCheck>();
        services.AddSingleton<StepUps>();
        services.AddSingleton<ConfirmTries>();
        return services;
    }

    // What is asked of passwords stands in OwnAccount, where people are told of it in words; made ones always pass.
    private static void Rules(IdentityOptions options)
    {
        options.Password.RequiredLength = OwnAccount.ShortestPassword;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.User.AllowedUserNameCharacters = AccountNames.Characters;
        options.Tokens.AuthenticatorTokenProvider = TokenOptions.DefaultAuthenticatorProvider;
        options.Tokens.ProviderMap[TokenOptions.DefaultAuthenticatorProvider] = new TokenProviderDescriptor(typeof(AuthenticatorTokenProvider<Account>));
    }
}
