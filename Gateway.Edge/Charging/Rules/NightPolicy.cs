namespace Gateway.Edge.Charging.Rules;

/// <summary>What is not done at night.</summary>
internal enum NightPolicy
{
    /// <summary>Charging is allowed around the clock.</summary>
    None,

    /// <summary>Nothing is started at night; what charges goes on.</summary>
    NoStart,

    /// <summary>Nothing charges at night: sessions end when it begins.</summary>
    NoCharging,
}
