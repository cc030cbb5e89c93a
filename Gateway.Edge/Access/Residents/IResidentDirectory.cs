namespace Gateway.Edge.Access.Residents;

/// <summary>Looks residents up in memory while a gate waits. Safe for use by several threads.</summary>
internal interface IResidentDirectory
{
    /// <summary>
    /// False while faces of residents are missing: the registry was set aside, or templates cannot be read. Whoever is not found may live here then.
    /// </summary>
    bool IsComplete { get; }

    /// <summary>
    /// The resident, with or without a face: whoever declines face recognition, or withdraws the consent, passes with a card or a code as before.
    /// Null for anyone else.
    /// </summary>
    Resident? Find(Guid id);
}
