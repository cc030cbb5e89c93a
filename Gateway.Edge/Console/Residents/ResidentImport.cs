using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Compound;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Access.Residents.Csv;
using Gateway.Edge.Journal;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Console.Residents;

/// <summary>
/// Takes residents without faces over from a CSV file, and gives them out as one. Residents go in all or none, then the ends of their leases: where
/// those cannot be written, the same file taken over again puts in what is missing.
/// </summary>
internal sealed class ResidentImport(IResidentRoll roll, ICompoundDesk compound, GrantBook grants, GrantZone zone, TimeProvider time)
{
    /// <summary>What a file would do. Changes nothing.</summary>
    public ResidentImportReport Preview(byte[] file) => ReportOf(PlanOf(file), done: false);

    /// <summary>Takes a file over, unless there is anything wrong with it.</summary>
    public async Task<ResidentImportReport> TakeOverAsync(byte[] file, string by, CancellationToken cancellationToken)
    {
        var plan = PlanOf(file);
        if (plan.Faults.Count > 0 || plan.Changes.Count == 0)
        {
            return ReportOf(plan, done: false);
        }

        var ids = await roll.PutAllAsync([.. plan.Changes.Select(change => (change.Id, change.Row.Draft))], by, cancellationToken);
        // Not cancelled with the request: whoever is in the registry without the lease's end would pass beyond it.
        (Guid, DateTimeOffset)[] leases = [.. ids.Zip(plan.Changes).Where(change => change.Second.Row.LeaseEnd is not null).Select(change => (change.First, change.Second.Row.LeaseEnd!.Value))];
        try
        {
            await compound.SetLeasesAsync(leases, by, CancellationToken.None);
            return ReportOf(plan, done: true);
        }
        catch (Exception error) when (error is SqliteException or JournalUnavailableException)
        {
            return ReportOf(plan, done: true) with { LeasesMissing = true };
        }
    }

    /// <summary>All residents as CSV with masked phone numbers, once that is on record.</summary>
    public async Task<byte[]> ExportAsync(string by, CancellationToken cancellationToken)
    {
        var (residents, leases) = (roll.All, grants.Now.Leases);
        await roll.RecordExportAsync(residents.Count, by, cancellationToken);
        return ResidentTable.Write(residents.Select(resident => (resident, leases.TryGetValue(resident.Id, out var end) ? end : (DateTimeOffset?)null)), zone.Zone);
    }

    private static ResidentImportReport ReportOf(ResidentImportPlan plan, bool done)
    {
        var added = plan.Changes.Count(change => change.Id is null);
        return new ResidentImportReport(plan.Rows, added, plan.Changes.Count - added, plan.Faults, done);
    }

    private ResidentImportPlan PlanOf(byte[] file)
    {
        var (rows, faults) = ResidentTable.Read(file, zone.Zone);
        return ResidentImportPlan.Make(rows, faults, roll.All, grants.Now.Leases, time.GetUtcNow());
    }
}
