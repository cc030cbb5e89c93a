namespace Gateway.Edge.Access.Grants.Devices;

/// <summary>Every device that has to learn of grants, as it stands now. Safe for use by several threads.</summary>
internal interface IGrantDevices
{
    /// <summary>The devices, reachable or not.</summary>
    IReadOnlyList<IGrantDevice> All { get; }

    /// <summary>Device ids of gates that a grant may name; null where nobody knows, as without a running gateway.</summary>
    IReadOnlyCollection<string>? Gates { get; }
}
