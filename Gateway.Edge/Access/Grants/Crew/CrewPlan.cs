using Gateway.Edge.Access.Csv;
using Gateway.Edge.Access.Grants.Registry;

namespace Gateway.Edge.Access.Grants.Crew;

/// <summary>What a crew's table would do, row by row, and everything that is wrong with it. Changes nothing.</summary>
/// <param name="Grants">The rows that can be taken over.</param>
/// <param name="Faults">What is wrong with the others, by line.</param>
/// <param name="Rows">Rows besides the header.</param>
internal sealed record CrewPlan(IReadOnlyList<CheckedGrant> Grants, IReadOnlyList<ImportFault> Faults, int Rows)
{
    /// <summary>Most faults that are told one by one.</summary>
    public const int MostFaults = 500;

    /// <summary>Checks a table.</summary>
    /// <param name="table">Its rows and the faults of its form.</param>
    /// <param name="fields">Checks one draft.</param>
    /// <param name="now">Now.</param>
    /// <param name="gates">Gates that there are; null where nobody knows.</param>
    /// <param name="room">Grants for which there is room.</param>
    public static CrewPlan Make(
        (List<(TableLine Line, GrantDraft Draft)> Rows, List<ImportFault> Faults) table, GrantFields fields, DateTimeOffset now, IReadOnlyCollection<string>? gates, int room)
    {
        var (good, faults) = (new List<CheckedGrant>(), new List<ImportFault>(table.Faults));
        var lines = new Dictionary<(string Name, string? Phone), int>();
        foreach (var (line, draft) in table.Rows)
        {
            var (grant, refusals) = fields.Check(draft, now, gates);
            faults.AddRange(refusals.Select(refusal => line.Fault(refusal.Field, refusal.Reason)));
            if (grant is null)
            {
                continue;
            }

            if (!lines.TryAdd((grant.Name!, grant.Phone), line.Row.Line))
            {
                var first = lines[(grant.Name!, grant.Phone)];
                faults.Add(line.Fault("name", new($"第 {first} 行已有此人。", $"Line {first} has this person already.")) with
                {
                    Fix = new("请删除其中一行，或填写各自的电话。", "Remove one of the two rows, or give each their phone number."),
                });
            }
            else if (good.Count >= room)
            {
                faults.Add(line.Fault("name", GrantRefusal.TooMany(good.Count).Reason));
            }
            else
            {
                good.Add(grant);
            }
        }

        return new CrewPlan(good, [.. faults.OrderBy(fault => fault.Row)], table.Rows.Count + table.Faults.Count);
    }

    /// <summary>What is told of it.</summary>
    public CrewReport Report(int added, bool dryRun) => new(Rows, Grants.Count, added, dryRun, [.. Faults.Take(MostFaults)], Faults.Count);
}
