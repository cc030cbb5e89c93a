using Gateway.Edge.Console;

namespace Gateway.Edge.Accounts.Sessions;

/// <summary>Sends whoever has not confirmed lately to <c>/confirm</c> before an endpoint that asks for it.</summary>
internal static class StepUpGate
{
    /// <summary>The address that confirms and then leads on.</summary>
    public static string Address(string returnUrl) => "/confirm?returnUrl=" + Uri.EscapeDataString(returnUrl);

    /// <summary>The endpoint asks for a confirmation of at most five minutes ago.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="page">Where the person goes on after the confirmation, with the same query; null for the address itself.</param>
    public static TBuilder RequireStepUp<TBuilder>(this TBuilder endpoint, string? page = null)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new StepUpRequired(page));

    /// <summary>Middleware after the authorisation.</summary>
    public static Task AskAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<StepUpRequired>() is not { } asked
            || context.RequestServices.GetRequiredService<StepUps>().IsConfirmed(context.User))
        {
            return next(context);
        }

        var address = Address((asked.Page ?? context.Request.Path) + context.Request.QueryString);
        if (context.Request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.Headers["HX-Redirect"] = address;
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (PageRequest.Is(context))
        {
            context.Response.Redirect(address);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    }
}
