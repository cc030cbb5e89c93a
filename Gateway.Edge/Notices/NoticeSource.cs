namespace Gateway.Edge.Notices;

/// <summary>Who has a notice shown.</summary>
internal enum NoticeSource
{
    /// <summary>The property office.</summary>
    Property,

    /// <summary>The police station.</summary>
    Station,
}
