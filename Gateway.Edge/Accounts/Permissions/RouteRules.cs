using System.Collections.Frozen;
using static Gateway.Edge.Accounts.AccountRole;

namespace Gateway.Edge.Accounts.Permissions;

/// <summary>
/// The one table of who may see and do what. A route that does not stand here is refused to everybody. Keys are route patterns as they are
/// mapped; an administrator may use every route that roles may.
/// </summary>
internal static class RouteRules
{
    private const string Api = "/api/";

    private static readonly AccountRole[] s_grounds = [Administrator, PropertyManager, Guard];
    private static readonly AccountRole[] s_office = [Administrator, PropertyManager];
    private static readonly AccountRole[] s_upkeep = [Administrator, PropertyManager, Installer];
    private static readonly AccountRole[] s_hardware = [Administrator, Installer];
    private static readonly AccountRole[] s_history = [Administrator, PropertyManager, Guard, Auditor];
    private static readonly AccountRole[] s_records = [Administrator, PropertyManager, Auditor];
    private static readonly RouteRule s_everyone = new(RouteKind.Everyone, [], []);
    private static readonly RouteRule s_signedIn = new(RouteKind.SignedIn, [], []);
    private static readonly RouteRule s_key = new(RouteKind.Key, [], []);

    private static readonly FrozenDictionary<string, RouteRule> s_rules = new Dictionary<string, RouteRule>(StringComparer.Ordinal)
    {
        ["/sign-in"] = s_everyone,
        ["/language"] = s_everyone,
        ["/error"] = s_everyone,
        ["/not-found"] = s_everyone,
        ["/healthz"] = s_everyone,
        ["/move-car"] = s_everyone,
        ["/move-car/status/{Follow}"] = s_everyone,
        ["/move-car/answer/{Key}"] = s_everyone,
        ["/gate/{Id}"] = s_everyone,
        ["/gate/{id}/stream"] = s_everyone,
        ["/pass/{Key}"] = s_everyone,
        ["/pass/{Key}/visitors"] = s_everyone,
        ["/pass/{Key}/visitors/{Id:guid}"] = s_everyone,
        ["/visit/{Key}"] = s_everyone,
        ["/charge/{Key}"] = s_everyone,
        ["/charge/session/{Key}"] = s_everyone,
        ["/charge/session/{key}/stream"] = s_everyone,

        ["/sign-out"] = s_signedIn,
        ["/confirm"] = s_signedIn,
        ["/account"] = s_signedIn,
        ["/account/password"] = s_signedIn,
        ["/live/alive"] = s_signedIn,
        ["/_framework/opaque-redirect"] = s_signedIn,

        ["/"] = Only(s_history),
        ["/live/stream"] = Only(s_history),
        ["/barriers"] = Only(s_grounds),
        ["/barriers/{Barrier}/{Act}"] = Only(s_grounds),
        ["/barriers/pictures/{id:length(32)}.jpg"] = Only(s_grounds),
        ["/live/barriers"] = Only(s_grounds),
        ["/falls"] = Only(s_grounds),
        ["/falls/media/{sha256:length(64)}"] = Only(s_grounds),
        ["/live/falls"] = Only(s_grounds),
        ["/parking"] = Only(s_grounds),
        ["/parking/reports/new"] = Only(s_grounds),
        ["/parking/reports/{Id:guid}"] = Only(s_grounds),
        ["/parking/reports/{id:guid}/picture.jpg"] = Only(s_grounds),
        ["/parking/notices/{Id:guid}"] = Only(s_grounds),
        ["/vehicles"] = Only(s_office),
        ["/vehicles/new"] = Only(s_office),
        ["/vehicles/{Id:guid}"] = Only(s_office),
        ["/vehicles/import"] = Only(s_office),
        ["/vehicles/export.csv"] = Only(s_office),
        ["/vehicle-history"] = Of(s_history, s_office),
        // Who has stayed too long is sent to the guard to settle it.
        ["/vehicle-history/stays/{Id:guid}"] = Of(s_history, s_grounds),
        ["/vehicle-history/pictures/{sequence:long:min(1)}.jpg"] = Only(s_history),
        ["/vehicle-history/export.csv"] = Only([Administrator, PropertyManager, Auditor]),
        ["/history"] = Of(s_history, s_office),
        ["/history/export.csv"] = Of(s_records, s_office),
        ["/reports"] = Of(s_records, s_office),
        ["/reports/{name}.csv"] = Of(s_records, s_office),
        ["/devices"] = Of(s_upkeep, s_hardware),
        ["/live/devices"] = Only(s_upkeep),
        ["/devices/patrol"] = Only(s_upkeep),
        ["/patrols"] = Only(s_upkeep),
        ["/patrols/tickets/{id:long}"] = Only(s_upkeep),
        ["/patrols/reports/{id:long}"] = Only(s_upkeep),
        ["/patrols/run"] = Only(s_upkeep),
        ["/patrols/cancel"] = Only(s_upkeep),
        ["/patrols/tickets.csv"] = Only(s_upkeep),
        ["/patrols/findings.csv"] = Only(s_upkeep),
        ["/live/patrols"] = Only(s_upkeep),
        ["/plan"] = Only(s_upkeep),
        ["/plan/new"] = Only(s_upkeep),
        ["/plan/{Id:guid}"] = Only(s_upkeep),
        ["/plan/{Id:guid}/edit"] = Only(s_upkeep),
        ["/plan/pictures/{id:guid}.jpg"] = Only(s_upkeep),
        ["/plan/places/{device}"] = Only(s_upkeep),
        ["/plan/places/{device}/remove"] = Only(s_upkeep),
        ["/live/plan"] = Only(s_upkeep),
        ["/facades"] = Only(s_hardware),
        ["/facades/{Device}"] = Only(s_hardware),
        ["/facades/{device}/still.jpg"] = Only(s_hardware),
        ["/facades/{device}/check"] = Only(s_hardware),
        ["/facades/{device}/save"] = Only(s_hardware),
        ["/facades/{device}/throws/begin"] = Only(s_hardware),
        ["/facades/{device}/throws/end"] = Only(s_hardware),
        ["/facades/{device}/throws/floors"] = Only(s_hardware),
        ["/live/facades/{device}"] = Only(s_hardware),
        ["/grants"] = Of(s_grounds, s_office),
        ["/grants/{Id:guid}/{Act}"] = Only(s_office),
        ["/grants/crew"] = Only(s_office),
        ["/grants/crew-template.csv"] = Only(s_office),
        ["/live/grants"] = Only(s_grounds),
        ["/residents"] = Of(s_grounds, s_office),
        ["/residents/new"] = Only(s_office),
        ["/residents/{Id:guid}"] = Only(s_office),
        ["/residents/{Id:guid}/changes"] = Only(s_office),
        ["/residents/photo"] = Only(s_office),
        ["/residents/import"] = Only(s_office),
        ["/residents/template.csv"] = Only(s_office),
        ["/residents/export.csv"] = Only(s_office),
        ["/passes"] = Only(s_office),
        ["/passes/{Id:guid}"] = Only(s_office),
        ["/passes/visitors/{Id:guid}"] = Only(s_office),
        ["/accounts"] = Only([Administrator]),
        ["/audit"] = Only([Administrator, Auditor]),
        ["/privacy"] = Of(s_records, s_office),
        ["/privacy/people/{Kind}/{Id:guid}"] = Of(s_records, s_office),
        ["/privacy/exports/{Id:guid}"] = Only(s_office),
        ["/privacy/exports/{id:guid}/person.zip"] = Only(s_office),
        ["/privacy/erasures/{Id:guid}"] = Of(s_records, s_office),
        ["/privacy/erasures/{id:guid}/proof.json"] = Of(s_records, s_office),
        ["/privacy/consents"] = Of(s_records, s_office),
        ["/privacy/consents.csv"] = Of(s_records, s_office),
        ["/privacy/assessment"] = Of(s_records, s_office),
        ["/privacy/signage"] = Of(s_records, s_office),
        ["/charging"] = Of(s_history, s_grounds),
        ["/charging/history"] = Of(s_history, s_grounds),
        ["/charging/sessions/{Id:guid}"] = Of(s_history, s_grounds),
        ["/charging/labels/{Device}"] = Only([Administrator, PropertyManager, Installer]),
        ["/live/charging"] = Of(s_history, s_grounds),
        ["/live/charging/{id:guid}"] = Of(s_history, s_grounds),
        ["/strangers"] = Of(s_history, s_grounds),
        ["/strangers/{id:guid}/portrait.jpg"] = Only(s_grounds),
        ["/strangers/{id:guid}/blurred.jpg"] = Of(s_history, s_grounds),
        ["/strangers/{id:guid}/feedback"] = Only(s_grounds),
        ["/settings"] = Of(s_records, s_office),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The page that a role begins on.</summary>
    public static string Home(AccountRole role) => role == Installer ? "/devices" : "/";

    /// <summary>The rule of an endpoint; null where it has none, and then nobody may use it.</summary>
    public static RouteRule? Of(Endpoint? endpoint) => endpoint is RouteEndpoint { RoutePattern.RawText: { } pattern } ? Of(pattern) : null;

    /// <summary>The rule of a route pattern; null where it has none.</summary>
    public static RouteRule? Of(string pattern)
    {
        var key = "/" + pattern.Trim('/');
        return s_rules.GetValueOrDefault(key) ?? (key.StartsWith(Api, StringComparison.Ordinal) ? s_key : null);
    }

    /// <summary>True when a role may look at a route.</summary>
    public static bool MaySee(AccountRole? role, string pattern) => role is { } known && Of(pattern) is { } rule && rule.Allows(known, looking: true);

    /// <summary>True when a role may change something by a route.</summary>
    public static bool MayDo(AccountRole? role, string pattern) => role is { } known && Of(pattern) is { } rule && rule.Allows(known, looking: false);

    private static RouteRule Only(AccountRole[] roles) => new(RouteKind.Roles, roles, roles);

    private static RouteRule Of(AccountRole[] see, AccountRole[] change) => new(RouteKind.Roles, see, change);
}
