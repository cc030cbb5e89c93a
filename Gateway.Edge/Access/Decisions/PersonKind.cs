namespace Gateway.Edge.Access.Decisions;

/// <summary>On what footing a known person passes.</summary>
internal enum PersonKind
{
    Resident,
    TemporaryWorker,
}
