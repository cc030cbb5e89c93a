using System.Security.Claims;
using System.Security.Cryptography;

namespace Gateway.Edge.Accounts.Sessions;

/// <summary>What a session's cookie holds: whose it is, the stamp that it was begun under, and its own number.</summary>
internal static class SessionClaims
{
    /// <summary>Name of the cookie's scheme.</summary>
    public const string SchemeName = "Console";

    /// <summary>How long a session lasts.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    private const string Stamp = "stamp";
    private const string Session = "sid";

    /// <summary>A new session.</summary>
    public static ClaimsPrincipal Begin(AccountStanding account) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, account.Id),
            new Claim(ClaimTypes.Name, account.Name),
            new Claim(Stamp, account.Stamp),
            new Claim(Session, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))),
        ],
        SchemeName));

    /// <summary>Whose session; null for none.</summary>
    public static string? AccountOf(ClaimsPrincipal? principal) => principal?.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>The stamp that the session was begun under.</summary>
    public static string? StampOf(ClaimsPrincipal? principal) => principal?.FindFirstValue(Stamp);

    /// <summary>The session's own number; null for none.</summary>
    public static string? SessionOf(ClaimsPrincipal? principal) => principal?.FindFirstValue(Session);

    /// <summary>The account behind a request, as it is now; null where nobody is signed in.</summary>
    public static AccountStanding? Account(this HttpContext context) => context.Features.Get<AccountStanding>();
}
