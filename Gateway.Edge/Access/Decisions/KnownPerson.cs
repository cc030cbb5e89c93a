namespace Gateway.Edge.Access.Decisions;

/// <summary>A person the compound knows, as far as a decision needs to know them.</summary>
/// <param name="Id">The subject id that the gallery, the card or the pass carries.</param>
/// <param name="MaskedName">First character of the name, the rest masked: fit for a screen that others can read.</param>
/// <param name="Kind">Resident or temporary worker.</param>
internal sealed record KnownPerson(Guid Id, string MaskedName, PersonKind Kind)
{
    /// <summary>When a tenant's lease ends, and access with it; null for owners.</summary>
    public DateTimeOffset? LeaseEnd { get; init; }

    /// <summary>False for whoever has not agreed to be recognised, or no longer does: a card or a code lets them pass, a face does not.</summary>
    public bool ByFace { get; init; } = true;

    /// <summary>A temporary worker's grants, ended ones too as long as they are kept; empty for residents.</summary>
    public IReadOnlyList<GrantTerms> Grants { get; init; } = [];
}
