namespace Gateway.Edge.Perception.FallingObjects.Synthetic;

/// <summary>What a synthetic clip shows.</summary>
internal enum SyntheticKind
{
    /// <summary>At least one fall, with a mild mixture of what else moves.</summary>
    Fall,

    /// <summary>No fall at all, but a strong mixture of what must not raise an alert.</summary>
    Nuisance,
}
