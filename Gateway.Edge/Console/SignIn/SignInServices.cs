using Gateway.Cloud.Contract.Hosting;
using Gateway.Edge.Accounts.Permissions;
using Gateway.Edge.Accounts.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Console.SignIn;

/// <summary>Sign-in by cookie; every route that does not say otherwise needs it, and a role that <see cref="RouteRules"/> names.</summary>
internal static class SignInServices
{
    /// <summary>Folder of the cookies' keys below the data directory.</summary>
    public static string KeyFolder(string dataDirectory) => Path.Combine(Path.GetFullPath(dataDirectory), "keys", "cookies");

    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddSingleton<TryLimit>();
        services.AddSingleton<CodeTicket>();
        services.AddSingleton<AccountSignIn>();
        services.AddSingleton<IAuthorizationHandler, RouteRequirement>();
        services.AddAuthentication(SessionClaims.SchemeName).AddCookie(SessionClaims.SchemeName);
        services.AddOptions<CookieAuthenticationOptions>(SessionClaims.SchemeName).Configure<IOptions<GatewayOptions>, SessionCheck>(Cookie);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder(SessionClaims.SchemeName).RequireAuthenticatedUser().AddRequirements(new RouteRequirement()).Build());
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "gateway.antiforgery";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.HeaderName = "RequestVerificationToken";
        });
        services.AddDataProtection().SetApplicationName("gateway");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<GatewayOptions>, ILoggerFactory>(KeepKeys);
        return services;
    }

    private static void Cookie(CookieAuthenticationOptions options, IOptions<GatewayOptions> gateway, SessionCheck sessions)
    {
        var tls = ListenAddress.Parse(gateway.Value.Urls, "Gateway:Urls").Any(address => address.Scheme == Uri.UriSchemeHttps);
        options.Cookie.Name = "gateway.session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = tls ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = SessionClaims.Lasts;
        options.SlidingExpiration = false;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = sessions.ValidateAsync;
        options.Events.OnRedirectToLogin = Refuse;
        // The page of errors tells a person who may; everything else is told plainly.
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    // Pages are sent to the sign-in; streams and everything else are told plainly.
    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (PageRequest.Is(context.HttpContext) && !context.Request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }

    private static void KeepKeys(KeyManagementOptions options, IOptions<GatewayOptions> gateway, ILoggerFactory loggers) =>
        options.XmlRepository = new CookieKeys(KeyFolder(gateway.Value.DataDirectory), loggers);
}
