using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Gateway.Edge.Accounts.Sessions;

/// <summary>
/// Ends sessions: each request is compared with what memory holds of its account, and what stays open for hours, such as a live view, ends
/// with the session behind it. Waits for no disk; safe for several threads.
/// </summary>
internal sealed class SessionCheck(AccountBook book, EndedSessions ended, TimeProvider time)
{
    /// <summary>Refuses the cookie of a session that has ended; gives the request its account otherwise.</summary>
    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (!ended.IsEnded(context.Principal, context.Properties.ExpiresUtc)
            && book.Good(SessionClaims.AccountOf(context.Principal), SessionClaims.StampOf(context.Principal)) is { } account)
        {
            context.HttpContext.Features.Set(account);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(SessionClaims.SchemeName);
    }

    /// <summary>Middleware after the authentication: a live view sees its request aborted when its session ends or runs out.</summary>
    public async Task WatchAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Account() is not { } account || !context.Request.Path.StartsWithSegments("/live", StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        var ticket = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties;
        var left = ticket?.ExpiresUtc is { } end ? end - time.GetUtcNow() : SessionClaims.Lasts;
        using var over = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
        using var signedOut = ended.Open(context.User);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, book.Ended(account.Id, account.Stamp), signedOut.Token, over.Token);
        context.RequestAborted = either.Token;
        await next(context);
    }
}
