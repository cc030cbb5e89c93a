using Gateway.Cloud.Contract.Storage;
using Gateway.Cloud.Station.Hosting;
using Gateway.Cloud.Station.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Gateway.Cloud.Station.Accounts;

/// <summary>Log-in by cookie; everything that is not marked otherwise needs it.</summary>
internal static class AccountServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<Officer>(Rules)
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<StationDatabase>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<OfficerClaims>();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<IOptions<StationOptions>>(Cookie);
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = SessionWatch.Interval);
        services.AddSingleton<SessionWatch>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "station.antiforgery";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.HeaderName = "RequestVerificationToken";
        });
        services.AddDataProtection().SetApplicationName("station");
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<IOptions<StationOptions>, ILoggerFactory>(KeepKeys);
        services.AddScoped<FirstOfficer>();
        services.AddScoped<IssuedPasswords>();
        services.AddScoped<PasswordLogin>();
        return services;
    }

    private static void Rules(IdentityOptions options)
    {
        options.Password.RequiredLength = 12;
        options.Password.RequiredUniqueChars = 5;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        options.Lockout.AllowedForNewUsers = true;
    }

    private static void Cookie(CookieAuthenticationOptions options, IOptions<StationOptions> station)
    {
        var tls = ListenAddresses.Parse(station.Value).Any(address => address.Scheme == Uri.UriSchemeHttps);
        options.Cookie.Name = "station.officer";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = tls ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        options.LoginPath = "/login";
        options.AccessDeniedPath = "/login";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToLogin = context =>
        {
            // Pages are sent to the log-in; streams, pictures and fragments are told plainly.
            if (HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
                && !context.Request.Headers.ContainsKey("HX-Request"))
            {
                context.Response.Redirect(context.RedirectUri);
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            }

            return Task.CompletedTask;
        };
    }

    private static void KeepKeys(
        Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions options, IOptions<StationOptions> station, ILoggerFactory loggers)
    {
        var folder = Path.Combine(station.Value.DataDirectory, "keys", "cookies");
        PrivateFiles.CreateDirectory(folder);
        options.XmlRepository = new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(new DirectoryInfo(folder), loggers);
    }
}
