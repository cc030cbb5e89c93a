namespace Gateway.Edge.Access.Decisions;

/// <summary>Why a gate stayed closed for someone who is not simply unknown.</summary>
internal enum RefusalCause
{
    /// <summary>Was recognised, but nobody stands behind the subject any more.</summary>
    NoLongerRegistered,

    /// <summary>A print or a screen was shown.</summary>
    NotLive,

    /// <summary>The face was never clear enough.</summary>
    Unclear,

    /// <summary>The decision was to open, but the door could not be driven.</summary>
    GateFault,
}
