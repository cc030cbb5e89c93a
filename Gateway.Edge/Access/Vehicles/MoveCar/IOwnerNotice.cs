namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>Tells owners, by whatever the property has. Safe for use by several threads.</summary>
internal interface IOwnerNotice
{
    /// <summary>False where there is nothing to tell them with: the guard calls.</summary>
    bool IsConfigured { get; }

    /// <summary>Hands a notice on. The same notice may come again: its id tells.</summary>
    Task<NoticeDelivery> TellAsync(OwnerNotice notice, CancellationToken cancellationToken);
}
