using System.Globalization;
using Gateway.Edge.Access.Csv;
using Gateway.Edge.Accounts.Permissions;
using Gateway.Edge.Accounts.Sessions;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.Grants;

/// <summary>Registers and maps what the pages of temporary access need beyond the pages themselves.</summary>
internal static class GrantPagesServices
{
    public static IServiceCollection AddGrantPages(this IServiceCollection services)
    {
        services.AddSingleton<GrantGates>();
        services.AddSingleton<GrantWords>();
        services.AddSingleton<GrantReader>();
        services.AddSingleton<GrantWindow>();
        services.AddSingleton<GrantHandover>();
        services.AddSingleton<GrantPhotos>();
        services.AddSingleton<GrantStream>();
        return services;
    }

    public static void MapGrantPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/live/grants", (HttpContext context, GrantStream stream, IHostApplicationLifetime lifetime) =>
        {
            var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
            context.Response.RegisterForDispose(ended);
            var mayChange = RouteRules.MayDo(context.Account()?.Role, "/grants");
            return TypedResults.ServerSentEvents(stream.ReadAsync(Language.Of(CultureInfo.CurrentUICulture), mayChange, ended.Token));
        });
        endpoints.MapGet("/grants/crew-template.csv", () => Results.File(
            CsvText.Encode(CrewTemplate.Write(Language.Of(CultureInfo.CurrentUICulture))), "text/csv; charset=utf-8", "crew.csv"));
    }
}
