using System.Collections.Concurrent;
using Gateway.Edge.Charging.Outlets;

namespace Gateway.Edge.Charging.Sessions;

/// <summary>The sessions under way, at most one at an outlet. Safe for several threads.</summary>
internal sealed class LiveSessions
{
    private readonly ConcurrentDictionary<OutletId, LiveSession> _sessions = new();

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<LiveSession> All => [.. _sessions.Values];

    /// <summary>The one at an outlet; null for none.</summary>
    public LiveSession? At(OutletId outlet) => _sessions.GetValueOrDefault(outlet);

    /// <summary>The one with that id; null for none.</summary>
    public LiveSession? Find(Guid id) => _sessions.Values.FirstOrDefault(live => live.Unsaved().Session.Id == id);

    /// <summary>Takes its outlet; false where another has it.</summary>
    public bool TryAdd(LiveSession session) => _sessions.TryAdd(session.Outlet, session);

    /// <summary>Gives its outlet back.</summary>
    public void Remove(LiveSession session) => _sessions.TryRemove(new(session.Outlet, session));
}
