namespace Gateway.Edge.Passages;

/// <summary>What became of a door that was to be released.</summary>
internal enum DoorAnswer
{
    /// <summary>The relay was driven.</summary>
    Opened,

    /// <summary>The relay was not driven.</summary>
    Failed,

    /// <summary>The relay did not answer in time; it may have been driven all the same.</summary>
    Silent,
}
