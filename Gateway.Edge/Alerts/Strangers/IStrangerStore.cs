namespace Gateway.Edge.Alerts.Strangers;

/// <summary>Remembers strangers across restarts, so that a restart does not raise an alert again. Safe for use by several threads.</summary>
internal interface IStrangerStore
{
    /// <summary>Everything remembered.</summary>
    IReadOnlyList<Stranger> Load();

    /// <summary>Saves one stranger's present state and erases the forgotten ones.</summary>
    void Save(Stranger stranger, IReadOnlyList<Guid> forgotten);

    /// <summary>Erases every stranger last seen before this time, the ones that cannot be read too.</summary>
    void EraseBefore(DateTimeOffset lastSeen);
}
