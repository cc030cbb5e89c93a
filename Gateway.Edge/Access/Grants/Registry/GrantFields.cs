using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Residents;

namespace Gateway.Edge.Access.Grants.Registry;

/// <summary>Checks what was typed about a grant, every field at once.</summary>
internal sealed class GrantFields(GrantOptions options)
{
    public const int LongestName = 40;
    public const int LongestHost = 64;
    public const int MostEntries = 1000;
    public const int MostPlaces = 64;
    public const int MostPlates = 5;
    public const int LongestPlace = 64;
    private const int MostPhotos = 5;

    private static readonly TimeSpan s_longest = TimeSpan.FromDays(731);

    /// <summary>The grant, or every field that cannot be used; never both.</summary>
    /// <param name="draft">What was typed.</param>
    /// <param name="now">Now.</param>
    /// <param name="gates">Gates that there are; null where nobody knows.</param>
    public (CheckedGrant? Grant, IReadOnlyList<GrantRefusal> Refusals) Check(GrantDraft draft, DateTimeOffset now, IReadOnlyCollection<string>? gates)
    {
        var refusals = new List<GrantRefusal>();
        var tag = WorkerTag.Parse(draft.Tag);
        Refuse(tag is null, GrantRefusal.Tag);
        var host = Text("host", draft.Host, LongestHost, refusals);
        var name = draft.Worker is null ? Text("name", draft.Name, LongestName, refusals) : null;
        string? phone = null;
        Refuse(!string.IsNullOrWhiteSpace(draft.Phone) && !PhoneNumber.TryParse(draft.Phone, out phone), GrantRefusal.Phone);
        WeeklyHours? hours = null;
        Refuse(!string.IsNullOrWhiteSpace(draft.Hours) && !WeeklyHours.TryParse(draft.Hours, out hours), GrantRefusal.Hours);
        Refuse(!Enum.IsDefined(draft.Holidays), GrantRefusal.Holidays);
        Refuse(draft.Entries is < 1 or > MostEntries, GrantRefusal.Entries);
        var (from, until) = (draft.From ?? now, draft.Until);
        Refuse(until <= from, GrantRefusal.Order);
        Refuse(until > from && until <= now, GrantRefusal.Over);
        Refuse(until - from > s_longest, GrantRefusal.TooLong);
        var places = Places(draft, gates, refusals);
        // From outside: a list may hold null whatever its type says.
        Refuse(draft.Plates?.Any(string.IsNullOrWhiteSpace) == true, GrantRefusal.Blank("plates"));
        Refuse(draft.Plates is { Count: > MostPlates }, new GrantRefusal("plates", "count", new($"至多 {MostPlates} 辆车。", $"At most {MostPlates} vehicles.")));
        CheckFace(draft.Face, refusals);
        return refusals.Count == 0 ? (new CheckedGrant(tag!, host, places, hours, from, until, name, phone, draft), []) : (null, refusals);

        void Refuse(bool wrong, GrantRefusal refusal)
        {
            if (wrong)
            {
                refusals.Add(refusal);
            }
        }
    }

    private GrantPlaces Places(GrantDraft draft, IReadOnlyCollection<string>? gates, List<GrantRefusal> refusals)
    {
        var (named, areas) = (Names("gates", draft.Gates, refusals), Names("areas", draft.Areas, refusals));
        if (named.Count + areas.Count > MostPlaces)
        {
            refusals.Add(new GrantRefusal("gates", "count", new($"至多 {MostPlaces} 个出入口和区域。", $"At most {MostPlaces} gates and areas.")));
        }

        refusals.AddRange(named.Where(gate => gates?.Contains(gate, StringComparer.Ordinal) == false).Select(gate => GrantRefusal.UnknownGate(gate, gates!)));
        refusals.AddRange(areas.Where(area => !options.Areas.ContainsKey(area)).Select(GrantRefusal.UnknownArea));
        return new GrantPlaces(named, areas);
    }

    private void CheckFace(FaceOffer? face, List<GrantRefusal> refusals)
    {
        if (face is null)
        {
            return;
        }

        Text("consentBy", face.ConsentBy, LongestName, refusals);
        if (!ConsentText.Exists(face.ConsentText))
        {
            refusals.Add(new GrantRefusal("consentText", "unknown-version", new("没有此版本的同意书。", "There is no such version of the consent text.")));
        }

        if (face.Photos.Count is < 1 or > MostPhotos || face.Photos.Any(photo => photo is null or { Length: 0 } || photo.Length > options.MaximumPhotoBytes))
        {
            refusals.Add(new GrantRefusal("photos", "count", new(
                $"请提供 1 至 {MostPhotos} 张照片，每张不超过 {options.MaximumPhotoBytes / 1024} KB。",
                $"Give 1 to {MostPhotos} photos of at most {options.MaximumPhotoBytes / 1024} KB each.")));
        }
    }

    // A name that cannot be used is refused, never dropped: without any place the grant would hold everywhere.
    private static List<string> Names(string field, IReadOnlyList<string>? names, List<GrantRefusal> refusals)
    {
        List<string> trimmed = [.. (names ?? []).Select(name => name?.Trim() ?? "").Distinct(StringComparer.Ordinal)];
        if (trimmed.Exists(name => name.Length is 0 or > LongestPlace))
        {
            refusals.Add(GrantRefusal.Text(field, LongestPlace));
        }

        return [.. trimmed.Where(name => name.Length is > 0 and <= LongestPlace)];
    }

    private static string Text(string field, string? value, int longest, List<GrantRefusal> refusals)
    {
        var text = value?.Trim() ?? "";
        if (text.Length == 0 || text.Length > longest || text.Any(char.IsControl))
        {
            refusals.Add(GrantRefusal.Text(field, longest));
        }

        return text;
    }
}
