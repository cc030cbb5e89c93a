using Gateway.Cloud.Contract.Hosting;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Console.GateDisplays;

/// <summary>Registers the displays at the gates.</summary>
internal static class GateDisplayServices
{
    public static IServiceCollection AddGateDisplays(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<GateDisplayOptions>(configuration, GateDisplayOptions.Section);
        services.AddSingleton(provider => new DisplayKeys(DisplayKeys.Folder(provider.GetRequiredService<IOptions<GatewayOptions>>().Value.DataDirectory)));
        services.AddSingleton<DisplayReader>();
        services.AddSingleton<DisplayAccess>();
        services.AddSingleton<DisplayStream>();
        return services;
    }
}
