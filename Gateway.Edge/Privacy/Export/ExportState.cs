namespace Gateway.Edge.Privacy.Export;

/// <summary>Where an export stands.</summary>
internal enum ExportState
{
    /// <summary>Is being put together.</summary>
    Running,

    /// <summary>Can be downloaded.</summary>
    Ready,

    /// <summary>Somebody stopped it.</summary>
    Cancelled,

    /// <summary>Something could not be read; nothing is handed out.</summary>
    Failed,
}
