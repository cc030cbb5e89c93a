using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Gateway.Cloud.Contract;
using Gateway.Edge.Access;
using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Tests.Access.Decisions;

/// <summary>The rules against a model that lays every window out on the calendar and asks grant by grant, on times that lie close together on purpose.</summary>
public sealed class PassageRulesPropertyTests
{
    private const int Cases = 120_000;

    private static readonly string[] s_zones = ["Asia/Shanghai", "America/New_York", "Europe/Berlin"];
    private static readonly string[] s_gates = ["east", "west", "garage"];

    [Fact]
    public void Every_answer_is_the_models()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(20260601, 1),
            Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
            {
                var given = new Case(seed);
                var decision = PassageRules.Decide(given.Claim, given, given.Scene);
                var (expected, grant) = Model(given);
                var answer = Name(decision);
                seen[answer] = seen.GetValueOrDefault(answer) + 1;
                return (answer == expected && decision.Grant?.Id == grant && decision.Opens == expected.StartsWith("Opened", StringComparison.Ordinal))
                    .Label($"seed {seed}: {answer} on {decision.Grant?.Id} instead of {expected} on {grant}");
            }));

        // The cases are worth something: each kind of answer came up.
        string[] kinds =
        [
            "OpenedResident", "OpenedWorker", "OpenedLeaving", "OpenedInEmergency", "Stranger", "LeaseEnded", "NoGrant", "GrantRevoked", "GrantEnded", "GrantNotBegun",
            "WrongGate", "WrongHour", "NoEntriesLeft", "BlockedByMode", "NoLongerRegistered", "NotLive", "Unclear",
        ];
        Assert.All(kinds, kind => Assert.True(seen.GetValueOrDefault(kind) > 200, $"{kind}: {seen.GetValueOrDefault(kind)}"));
    }

    private static string Name(PassageDecision decision) => decision switch
    {
        PassageDecision.OpenedForResident => "OpenedResident",
        PassageDecision.OpenedForTemporaryWorker { Leaves: true } => "OpenedLeaving",
        PassageDecision.OpenedForTemporaryWorker => "OpenedWorker",
        PassageDecision.OpenedInEmergency => "OpenedInEmergency",
        PassageDecision.UnknownPerson => "Stranger",
        PassageDecision.Refused refused => refused.Cause.ToString(),
        _ => "?",
    };

    // Written from docs/temporary-access.md, without sharing code with the rules.
    private static (string Answer, Guid? Grant) Model(Case given)
    {
        var now = given.Claim.At;
        if (given.Scene.Mode == CompoundMode.Released)
        {
            return ("OpenedInEmergency", null);
        }

        if (given.Claim.Kind != ClaimKind.Recognised)
        {
            return (given.Claim.Kind == ClaimKind.Unrecognised ? given.IsComplete ? "Stranger" : "Unclear" : given.Claim.Kind == ClaimKind.Spoofed ? "NotLive" : "Unclear", null);
        }

        if (given.Person is null)
        {
            return ("NoLongerRegistered", null);
        }

        var leaves = given.Scene.Way == GateWay.Out;
        if (given.Person.Kind == PersonKind.Resident)
        {
            return (given.Person.LeaseEnd <= now && !leaves ? "LeaseEnded" : "OpenedResident", null);
        }

        if (leaves)
        {
            var inside = given.Person.Grants.Where(grant => grant.InsideSince.HasValue).OrderBy(grant => grant.InsideSince!.Value.UtcTicks).ToList();
            var latest = inside.Where(grant => grant.InsideSince == inside[^1].InsideSince).OrderBy(grant => grant.Id).FirstOrDefault();
            return ("OpenedLeaving", latest?.Id);
        }

        if (given.Person.Grants.Count == 0)
        {
            return ("NoGrant", null);
        }

        // What each grant says, as a list of questions with yes or no; the one that gets farthest speaks.
        var words = given.Person.Grants.Select(grant => (Grant: grant, Steps: Steps(grant, given))).ToList();
        var farthest = words.Max(word => word.Steps);
        var candidates = words.Where(word => word.Steps == farthest).Select(word => word.Grant).ToList();
        var speaks = farthest switch
        {
            6 => candidates.OrderBy(grant => IsSame(grant, given) ? 0 : grant.EntriesLeft.HasValue ? 2 : 1).ThenBy(grant => grant.Until.UtcTicks).ThenBy(grant => grant.Id).First(),
            2 => candidates.OrderBy(grant => grant.From.UtcTicks).ThenBy(grant => grant.Id).First(),
            _ => candidates.OrderByDescending(grant => grant.Until.UtcTicks).ThenBy(grant => grant.Id).First(),
        };
        string[] answers = ["GrantRevoked", "GrantEnded", "GrantNotBegun", "WrongGate", "WrongHour", "NoEntriesLeft"];
        return (farthest < 6 ? answers[farthest] : given.Scene.Mode == CompoundMode.Lockdown ? "BlockedByMode" : "OpenedWorker", speaks.Id);
    }

    private static int Steps(GrantTerms grant, Case given)
    {
        bool[] questions =
        [
            !grant.IsRevoked,
            !grant.IsOver && given.Claim.At < grant.Until,
            given.Claim.At >= grant.From,
            (grant.Places.Gates.Count == 0 && grant.Places.Areas.Count == 0) || grant.Places.Gates.Contains(given.Scene.Gate) || grant.Places.Areas.Intersect(given.Scene.Areas).Any(),
            InWindow(grant, given),
            grant.EntriesLeft is null or > 0 || IsSame(grant, given),
        ];
        return Array.IndexOf([.. questions, false], false);
    }

    private static bool IsSame(GrantTerms grant, Case given) =>
        grant.LastEntry is { } last && last.Gate == given.Scene.Gate && (given.Claim.At - last.At).TotalSeconds is >= 0 and < 60;

    private static bool InWindow(GrantTerms grant, Case given)
    {
        var wall = TimeZoneInfo.ConvertTime(given.Claim.At, given.Scene.Zone).DateTime;
        var windows = given.Windows[grant.Id];
        if (windows.Count == 0)
        {
            return DayCounts(grant, given, wall.Date);
        }

        // Yesterday's and today's windows as they lie on the wall calendar.
        return new[] { wall.Date.AddDays(-1), wall.Date }.Any(day => windows.Any(window =>
            window.Days.Contains(day.DayOfWeek)
            && DayCounts(grant, given, day)
            && wall >= day.AddMinutes(window.From)
            && wall < day.AddMinutes(window.To > window.From ? window.To : window.To + 1440)));
    }

    private static bool DayCounts(GrantTerms grant, Case given, DateTime day) =>
        grant.Holidays == HolidayRule.AnyDay || given.Scene.Holidays.Contains(DateOnly.FromDateTime(day)) == (grant.Holidays == HolidayRule.OnlyOnHolidays);

    /// <summary>A person, some grants, a scene and a claim, from one number.</summary>
    private sealed class Case : IPeople
    {
        // Around a spring night, an autumn night and a leap day.
        private static readonly DateTimeOffset[] s_around =
        [
            new(2026, 3, 8, 6, 30, 0, TimeSpan.Zero), new(2026, 3, 29, 0, 30, 0, TimeSpan.Zero), new(2026, 10, 25, 0, 30, 0, TimeSpan.Zero),
            new(2026, 11, 1, 5, 30, 0, TimeSpan.Zero), new(2028, 2, 29, 12, 0, 0, TimeSpan.Zero), new(2026, 12, 31, 16, 0, 0, TimeSpan.Zero),
        ];

        public Case(int seed)
        {
            var random = new Random(seed);
            var at = s_around[random.Next(s_around.Length)].AddMinutes(random.Next(-1500, 1500)).AddSeconds(random.Next(60));
            Scene = new GateScene(s_gates[random.Next(s_gates.Length)], TimeZoneInfo.FindSystemTimeZoneById(s_zones[random.Next(s_zones.Length)]))
            {
                Areas = random.Next(3) == 0 ? ["yard"] : [],
                Way = (GateWay)random.Next(3),
                Mode = random.Next(6) switch { 0 => CompoundMode.Lockdown, 1 => CompoundMode.Released, _ => CompoundMode.Normal },
                Holidays = random.Next(2) == 0 ? [] : [DateOnly.FromDateTime(at.UtcDateTime).AddDays(random.Next(-1, 2))],
            };
            IsComplete = random.Next(3) > 0;
            var kind = random.Next(12) switch { 0 => ClaimKind.Unrecognised, 1 => ClaimKind.Spoofed, 2 => ClaimKind.Unclear, _ => ClaimKind.Recognised };
            Claim = new IdentityClaim("face", kind, random.Next(30) == 0 ? null : Guid.NewGuid(), 0.7, 1, null, at);
            if (Claim.Subject is not { } id || random.Next(20) == 0)
            {
                return;
            }

            Person = random.Next(5) == 0
                ? new KnownPerson(id, "王*", PersonKind.Resident) { LeaseEnd = random.Next(2) == 0 ? null : at.AddMinutes(random.Next(-5, 6)) }
                : new KnownPerson(id, "王*", PersonKind.TemporaryWorker) { Grants = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Grant(random, at))] };
        }

        public GateScene Scene { get; }

        public IdentityClaim Claim { get; }

        public KnownPerson? Person { get; }

        public bool IsComplete { get; }

        public Dictionary<Guid, List<(DayOfWeek[] Days, int From, int To)>> Windows { get; } = [];

        public KnownPerson? Find(Guid subject) => Person;

        private GrantTerms Grant(Random random, DateTimeOffset at)
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            var id = new Guid(bytes);
            var until = random.Next(4) == 0 ? at.AddSeconds(random.Next(-2, 3)) : at.AddDays(1);
            var from = random.Next(4) == 0 ? at.AddSeconds(random.Next(-2, 3)) : at.AddDays(-2);
            return new GrantTerms(id, new LocalizedText("水电工", "plumber"), from, until, Places(random), Hours(random, id, at), (HolidayRule)random.Next(3), random.Next(2) == 0 ? null : random.Next(3))
            {
                IsRevoked = random.Next(8) == 0,
                IsOver = random.Next(8) == 0,
                LastEntry = random.Next(2) == 0 ? null : new LastEntry(s_gates[random.Next(s_gates.Length)], at.AddSeconds(random.Next(-80, 10))),
                InsideSince = random.Next(2) == 0 ? null : at.AddMinutes(-random.Next(3)),
            };
        }

        private static GrantPlaces Places(Random random) => random.Next(4) switch
        {
            0 => new GrantPlaces(["east", "west"], []),
            1 => new GrantPlaces([], ["yard"]),
            2 => new GrantPlaces(["garage"], ["yard", "roof"]),
            _ => GrantPlaces.Everywhere,
        };

        private WeeklyHours? Hours(Random random, Guid id, DateTimeOffset at)
        {
            var windows = Windows[id] = [];
            var wall = TimeZoneInfo.ConvertTime(at, Scene.Zone).DateTime;
            for (var count = random.Next(3); count > 0; count--)
            {
                var day = wall.AddDays(random.Next(-1, 2)).DayOfWeek;
                // Near the time of the question, so that the edges are met.
                var near = (int)wall.TimeOfDay.TotalMinutes;
                var (from, to) = ((near + random.Next(-120, 121) + 1440) % 1440, (near + random.Next(-120, 121) + 1440) % 1440);
                windows.Add(([day], from, to));
            }

            var text = string.Join("; ", windows.Select(window => $"{window.Days[0].ToString()[..3]} {window.From / 60:00}:{window.From % 60:00}-{window.To / 60:00}:{window.To % 60:00}"));
            return WeeklyHours.TryParse(text, out var hours) ? hours : null;
        }
    }
}
