namespace Gateway.Edge.Access.Residents;

/// <summary>What a property manager does with residents: on the registry itself, or through a running gateway.</summary>
internal interface IResidentDesk
{
    /// <summary>Enrols; the outcome holds either the resident or every reason for refusal.</summary>
    Task<EnrolmentOutcome> EnrolAsync(EnrolmentRequest request, CancellationToken cancellationToken);

    /// <summary>Everyone, withdrawn ones too, by unit and name.</summary>
    Task<IReadOnlyList<Resident>> ListAsync(CancellationToken cancellationToken);

    /// <summary>One resident, withdrawn or not; null when there is none.</summary>
    Task<Resident?> ShowAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Erases templates and photos; null when there is no such resident. Withdrawing twice changes nothing.</summary>
    Task<Resident?> WithdrawAsync(Guid id, string by, CancellationToken cancellationToken);
}
