namespace Gateway.Edge.Access.Residents;

/// <summary>Looks residents up in memory while a gate waits. Safe for use by several threads.</summary>
internal interface IResidentDirectory
{
    /// <summary>The resident whose consent stands; null for anyone else.</summary>
    Resident? Find(Guid id);
}
