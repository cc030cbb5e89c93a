using Gateway.Cloud.Contract.Hosting;
using Gateway.Edge.Journal;
using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Secrets;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Access.Residents;

/// <summary>Registers the residents' registry and the key of its API.</summary>
internal static class ResidentsServices
{
    /// <summary>
    /// Adds <see cref="IResidentDirectory"/> and <see cref="IResidentDesk"/>. Needs <see cref="JournalServices.AddJournal"/> and, from
    /// perception, <see cref="IFaceGallery"/> and <see cref="IEnrolmentExaminer"/>.
    /// </summary>
    public static IServiceCollection AddResidents(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddGatewayIdentity(configuration);
        services.AddValidatedOptions<ResidentsOptions>(configuration, ResidentsOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new ApiKey(provider.GetRequiredService<IOptions<GatewayOptions>>().Value.DataDirectory));
        services.AddSingleton(Open);
        services.AddSingleton<IResidentDirectory>(provider => provider.GetRequiredService<ResidentRegistry>());
        services.AddSingleton<IResidentDesk>(provider => provider.GetRequiredService<ResidentRegistry>());
        services.AddSingleton<IResidentRoll>(provider => provider.GetRequiredService<ResidentRegistry>());
        services.AddHostedService<ResidentsStart>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, configureOptions: null);
        services.AddAuthorizationBuilder().AddPolicy(
            ApiKeyHandler.SchemeName, policy => policy.AddAuthenticationSchemes(ApiKeyHandler.SchemeName).RequireAuthenticatedUser());
        services.AddProblemDetails();
        return services;
    }

    private static ResidentRegistry Open(IServiceProvider provider)
    {
        // First, for the lock of the data directory that it holds.
        var journal = provider.GetRequiredService<IJournal>();
        var root = provider.GetRequiredService<JournalPaths>().Root;
        var file = Path.Combine(root, "residents.db");
        var clock = provider.GetRequiredService<TimeProvider>();
        var damage = RegistryDamage.SetAsideIfDamaged(file, clock);
        return new ResidentRegistry(
            new ResidentStore(file, KeyFile.LoadOrCreate(Path.Combine(root, "keys", "residents.key"))),
            provider.GetRequiredService<IFaceGallery>(),
            // Only an enrolment needs the models: listing from the command line should not load them.
            new Lazy<IEnrolmentExaminer>(provider.GetRequiredService<IEnrolmentExaminer>),
            journal,
            provider.GetRequiredService<IOptions<ResidentsOptions>>().Value,
            clock,
            provider.GetRequiredService<ILogger<ResidentRegistry>>(),
            damage,
            registryLost: RegistryDamage.LiesBeside(file));
    }
}
