using Gateway.Edge.Console;
using Microsoft.AspNetCore.Authorization;

namespace Gateway.Edge.Accounts.Sessions;

/// <summary>Lets nobody do anything with a password that the gateway made but choose another.</summary>
internal static class PasswordGate
{
    /// <summary>The page that changes a password.</summary>
    public const string Page = "/account/password";

    /// <summary>Middleware after the authorisation.</summary>
    public static Task AskAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Account() is not { MustChangePassword: true }
            || context.GetEndpoint() is not { } endpoint
            || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || context.Request.Path.Equals(Page, StringComparison.OrdinalIgnoreCase)
            || context.Request.Path.Equals("/sign-out", StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }

        if (PageRequest.Is(context))
        {
            context.Response.Redirect(Page);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    }
}
