using Gateway.Edge.Uplink.Commands;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Notices;

/// <summary>Registers notices on the displays at the gates.</summary>
internal static class NoticesServices
{
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddSingleton(provider => new NoticeFile(Path.Combine(provider.GetRequiredService<IOptions<GatewayOptions>>().Value.DataDirectory, "notices.json")));
        services.AddSingleton<NoticeDesk>();
        services.AddSingleton<ICommandHandler, ShowNoticeHandler>();
        return services;
    }
}
