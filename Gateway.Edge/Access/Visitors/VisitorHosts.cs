using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Residents;

namespace Gateway.Edge.Access.Visitors;

/// <summary>Who may invite: residents, with a face or without, whose lease, if there is one, runs. Safe for several threads.</summary>
internal sealed class VisitorHosts(IResidentDirectory residents, GrantBook grants, TimeProvider time)
{
    /// <summary>The resident; null for anyone who may not invite.</summary>
    public Resident? Find(Guid id) => LeaseRuns(id) ? residents.Find(id) : null;

    /// <summary>Whether somebody who has invited certainly lives here no more. While residents are missing, whoever is not found may.</summary>
    public bool IsGone(Guid id) => !LeaseRuns(id) || (residents.Find(id) is null && residents.IsComplete);

    private bool LeaseRuns(Guid id) => !grants.Now.Leases.TryGetValue(id, out var end) || time.GetUtcNow() < end;
}
