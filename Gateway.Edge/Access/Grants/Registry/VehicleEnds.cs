using Gateway.Edge.Journal;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Grants.Registry;

/// <summary>Brings vehicles to the end of the grants they came with, again and again until it is done. Used within the turn alone.</summary>
internal sealed class VehicleEnds(GrantVehicles vehicles, GrantBook book, ILogger<VehicleEnds> logger)
{
    private readonly HashSet<Guid> _owed = [];

    /// <summary>Notes that a grant's end has changed and its vehicles have to follow.</summary>
    public void Owe(Guid grant) => _owed.Add(grant);

    /// <summary>Does what is owed; what a fault hinders is told to the log and stays owed.</summary>
    public async Task SettleAsync()
    {
        foreach (var id in _owed.ToList())
        {
            try
            {
                if (book.Now.Find(id) is { } grant)
                {
                    await (grant.RevokedAt is null ? vehicles.EndAtAsync(grant, grant.EnteredBy) : vehicles.RemoveAsync(grant.Vehicles, grant.EnteredBy));
                }

                _owed.Remove(id);
            }
            catch (Exception error) when (error is SqliteException or JournalUnavailableException or IOException)
            {
                GrantsLog.VehiclesNotEnded(logger, id, error);
            }
        }
    }
}
