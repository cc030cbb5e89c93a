using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace Gateway.Cloud.Station.Accounts;

/// <summary>Log-out, and the rule that an issued password is changed before anything else.</summary>
internal static class AccountEndpoints
{
    public static void UseAccounts(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use((context, next) => MustChange(context) ? SendToPasswordPage(context) : next(context));
        app.UseAntiforgery();
    }

    public static void MapAccounts(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/logout", async (HttpContext context, IAntiforgery antiforgery, SignInManager<Officer> logins) =>
        {
            if (!await antiforgery.IsRequestValidAsync(context))
            {
                return Results.BadRequest();
            }

            await logins.SignOutAsync();
            return Results.LocalRedirect("/login");
        });

    private static bool MustChange(HttpContext context) =>
        context.User.HasClaim(claim => claim.Type == OfficerClaims.MustChange)
        && context.GetEndpoint() is { } endpoint
        && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is null
        && !context.Request.Path.StartsWithSegments("/account/password", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/logout", StringComparison.OrdinalIgnoreCase);

    private static Task SendToPasswordPage(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            context.Response.Redirect("/account/password");
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    }
}
