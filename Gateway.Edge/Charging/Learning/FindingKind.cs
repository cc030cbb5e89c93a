namespace Gateway.Edge.Charging.Learning;

/// <summary>What is wrong with a battery's curve. Stored by number.</summary>
internal enum FindingKind
{
    /// <summary>It used to taper here and does no more.</summary>
    TapersNoMore,

    /// <summary>It drew full power until the longest time was over.</summary>
    NeverTapered,
}
