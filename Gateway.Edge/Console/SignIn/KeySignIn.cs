using System.Security.Claims;
using Gateway.Edge.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Gateway.Edge.Console.SignIn;

/// <summary>Lets in whoever holds the access key of the data directory, and forgets them when that key is replaced.</summary>
internal sealed class KeySignIn(ApiKey key, TryLimit limit)
{
    /// <summary>Name of the cookie's scheme.</summary>
    public const string SchemeName = "Console";

    private const string KeyClaim = "key";

    /// <summary>Signs in with a key. The pause wins over the right key: else it would not slow a guesser down.</summary>
    public async Task<SignInOutcome> TryAsync(HttpContext context, string offered)
    {
        var address = context.Connection.RemoteIpAddress;
        if (limit.Pause(address) is { } pause)
        {
            return new SignInOutcome(SignedIn: false, pause);
        }

        if (!key.Matches(offered.AsSpan().Trim()))
        {
            limit.Failed(address);
            return new SignInOutcome(SignedIn: false, limit.Pause(address));
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, "access-key"), new Claim(KeyClaim, key.Fingerprint)], SchemeName);
        await context.SignInAsync(SchemeName, new ClaimsPrincipal(identity));
        return new SignInOutcome(SignedIn: true, Pause: null);
    }

    /// <summary>Ends a session that began under another key.</summary>
    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal?.FindFirstValue(KeyClaim) != key.Fingerprint)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(SchemeName);
        }
    }
}
