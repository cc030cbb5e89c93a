namespace Gateway.Edge.Access.Residents;

/// <summary>
/// What the console does with residents of a running gateway. Every change is durable, with its audit fact, when it returns. <c>by</c> is who does it,
/// without personal data, such as <see cref="ActionAudit.By"/>. Safe for use by several threads.
/// </summary>
internal interface IResidentRoll
{
    /// <summary>Everyone, withdrawn ones too, by unit and name. The same list until something changes.</summary>
    IReadOnlyList<Resident> All { get; }

    /// <summary>One resident; null when there is none.</summary>
    Resident? Get(Guid id);

    /// <summary>True when gates recognise the resident now: the templates are in the gallery.</summary>
    bool IsFaceReady(Guid id);

    /// <summary>Registers a resident, with a face or without; the outcome holds either the resident or every reason for refusal.</summary>
    Task<EnrolmentOutcome> RegisterAsync(ResidentDraft draft, FaceRequest? face, string by, CancellationToken cancellationToken);

    /// <summary>Changes name, unit and phone number; null when there is no such resident.</summary>
    Task<EnrolmentOutcome?> ChangeAsync(Guid id, ResidentDraft draft, string by, CancellationToken cancellationToken);

    /// <summary>Gives a resident a face, or another one in its place; null when there is no such resident.</summary>
    Task<EnrolmentOutcome?> SetFaceAsync(Guid id, FaceRequest face, string by, CancellationToken cancellationToken);

    /// <summary>Erases templates and photos; null when there is no such resident. Withdrawing twice changes nothing.</summary>
    Task<Resident?> WithdrawAsync(Guid id, string withdrawnBy, string by, CancellationToken cancellationToken);

    /// <summary>Judges a photo as an enrolment would, and keeps nothing of it; empty when it can be used.</summary>
    /// <param name="photo">A JPEG file.</param>
    /// <param name="resident">Whose photo it is to be; null for somebody new.</param>
    IReadOnlyList<EnrolmentRefusal> CheckPhoto(byte[] photo, Guid? resident);

    /// <summary>Adds and changes many at once, all or none: each draft with the id of whom it changes, null for somebody new. Their ids, in order.</summary>
    Task<IReadOnlyList<Guid>> PutAllAsync(IReadOnlyList<(Guid? Id, ResidentDraft Draft)> residents, string by, CancellationToken cancellationToken);

    /// <summary>Puts on record that so many residents were given out as a file.</summary>
    Task RecordExportAsync(int residents, string by, CancellationToken cancellationToken);
}
