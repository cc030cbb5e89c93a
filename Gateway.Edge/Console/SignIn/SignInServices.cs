using Gateway.Cloud.Contract.Hosting;
using Gateway.Cloud.Contract.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Console.SignIn;

/// <summary>Sign-in by cookie; every route that does not say otherwise needs it.</summary>
internal static class SignInServices
{
    /// <summary>Folder of the cookies' keys below the data directory.</summary>
    public static string KeyFolder(string dataDirectory) => Path.Combine(Path.GetFullPath(dataDirectory), "keys", "cookies");

    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddSingleton<TryLimit>();
        services.AddSingleton<KeySignIn>();
        services.AddAuthentication(KeySignIn.SchemeName).AddCookie(KeySignIn.SchemeName);
        services.AddOptions<CookieAuthenticationOptions>(KeySignIn.SchemeName).Configure<IOptions<GatewayOptions>, KeySignIn>(Cookie);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder(KeySignIn.SchemeName).RequireAuthenticatedUser().Build());
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

    private static void Cookie(CookieAuthenticationOptions options, IOptions<GatewayOptions> gateway, KeySignIn keys)
    {
        var tls = ListenAddress.Parse(gateway.Value.Urls, "Gateway:Urls").Any(address => address.Scheme == Uri.UriSchemeHttps);
        options.Cookie.Name = "gateway.session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = tls ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = false;
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = keys.ValidateAsync;
        options.Events.OnRedirectToLogin = Refuse;
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

    private static void KeepKeys(KeyManagementOptions options, IOptions<GatewayOptions> gateway, ILoggerFactory loggers)
    {
        var folder = KeyFolder(gateway.Value.DataDirectory);
        PrivateFiles.CreateDirectory(folder);
        options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folder), loggers);
    }
}
