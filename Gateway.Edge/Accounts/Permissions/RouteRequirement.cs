using Gateway.Edge.Accounts.Sessions;
using Microsoft.AspNetCore.Authorization;

namespace Gateway.Edge.Accounts.Permissions;

/// <summary>Holds <see cref="RouteRules"/> against every route that asks for no key of its own; refuses what does not stand there.</summary>
internal sealed class RouteRequirement : AuthorizationHandler<RouteRequirement>, IAuthorizationRequirement
{
    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RouteRequirement requirement)
    {
        if (context.Resource is HttpContext http && http.Account() is { } account && IsAllowed(http, account.Role))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    // What leads nowhere is told so to whoever is signed in.
    private static bool IsAllowed(HttpContext http, AccountRole role) => http.GetEndpoint() is not { } endpoint
        || (RouteRules.Of(endpoint) is { } rule && rule.Allows(role, HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)));
}
