using Gateway.Cloud.Station.Hosting;
using Microsoft.Extensions.Options;

namespace Gateway.Cloud.Station.Media;

/// <summary>The encrypted media vault in the data directory.</summary>
internal static class MediaServices
{
    public static IServiceCollection AddMedia(this IServiceCollection services) => services.AddSingleton(provider =>
    {
        var root = provider.GetRequiredService<IOptions<StationOptions>>().Value.DataDirectory;
        var folder = Path.Combine(root, "media");
        return new MediaVault(folder, MediaKey.Open(Path.Combine(root, "keys", "media.key"), folder));
    });
}
