using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Csv;

namespace Gateway.Edge.Access.Residents.Csv;

/// <summary>What a table would do to the registry, row by row, and everything that is wrong with it. Changes nothing.</summary>
internal sealed class ResidentImportPlan
{
    private readonly List<ImportFault> _faults;

    private ResidentImportPlan(IEnumerable<ImportFault> faults) => _faults = [.. faults];

    /// <summary>Rows besides the header.</summary>
    public int Rows { get; private init; }

    /// <summary>Rows that change something, each with whom it changes; null for somebody new.</summary>
    public List<(Guid? Id, ResidentRow Row)> Changes { get; } = [];

    /// <summary>Everything that is wrong, in the order of the rows. While there is any, nothing may be taken over.</summary>
    public IReadOnlyList<ImportFault> Faults => [.. _faults.OrderBy(fault => fault.Row)];

    /// <summary>Checks a table against the registry. A row is about the resident of its name and flat, or about somebody new.</summary>
    public static ResidentImportPlan Make(
        IReadOnlyList<ResidentRow> rows, IReadOnlyList<ImportFault> faults, IEnumerable<Resident> residents, IReadOnlyDictionary<Guid, DateTimeOffset> leases, DateTimeOffset now)
    {
        var plan = new ResidentImportPlan(faults) { Rows = rows.Count + faults.Count };
        var known = residents.ToLookup(resident => (resident.Unit, resident.Name));
        var lines = new Dictionary<(string, string), int>();
        foreach (var row in rows)
        {
            var key = (row.Draft.Unit, row.Draft.Name);
            Resident[] same = [.. known[key]];
            var existing = same is [var one] ? one : null;
            DateTimeOffset? lease = existing is not null && leases.TryGetValue(existing.Id, out var end) ? end : null;
            if (plan.Check(row, existing, same.Length, lease, now) && plan.IsFirst(row, key, lines) && IsChange(row, existing, lease))
            {
                plan.Changes.Add((existing?.Id, row));
            }
        }

        return plan;
    }

    private static bool IsChange(ResidentRow row, Resident? existing, DateTimeOffset? lease) => existing is null
        || (row.Draft.Phone is { } phone && phone != existing.MaskedPhone) || (row.LeaseEnd is { } end && !IsSame(end, lease));

    // Tables hold seconds.
    private static bool IsSame(DateTimeOffset end, DateTimeOffset? lease) => lease is { } known && (end - known).Duration() < TimeSpan.FromSeconds(1);

    private bool Check(ResidentRow row, Resident? existing, int same, DateTimeOffset? lease, DateTimeOffset now)
    {
        var before = _faults.Count;
        _faults.AddRange(EnrolmentFields.Check(row.Draft, existing).Refusals.Select(refusal => row.Line.Fault(refusal.Field, refusal.Reason)));
        if (same > 1)
        {
            _faults.Add(row.Line.Fault("name", new LocalizedText("该房号有多位同名住户。", "Several residents of this flat have this name.")) with
            {
                Fix = new("请删除该行，在住户页面逐一修改。", "Remove the row and change them on their pages."),
            });
        }

        if (row.LeaseEnd is { } end && end <= now && !IsSame(end, lease))
        {
            _faults.Add(row.Line.Fault("leaseEnd", new LocalizedText("租期结束时间已过。", "The lease has ended already.")));
        }

        return _faults.Count == before;
    }

    private bool IsFirst(ResidentRow row, (string Unit, string Name) key, Dictionary<(string, string), int> lines)
    {
        if (lines.TryAdd(key, row.Line.Row.Line))
        {
            return true;
        }

        _faults.Add(row.Line.Fault("name", new LocalizedText($"第 {lines[key]} 行已有此人。", $"Line {lines[key]} has this person already.")) with
        {
            Fix = new("请删除其中一行。", "Remove one of the two rows."),
        });
        return false;
    }
}
