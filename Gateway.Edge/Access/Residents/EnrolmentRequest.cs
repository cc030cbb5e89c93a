namespace Gateway.Edge.Access.Residents;

/// <summary>What it takes to enrol a resident; also the body of <c>POST /api/residents</c>, photos in base64.</summary>
/// <param name="Name">1 to 40 characters.</param>
/// <param name="Unit">1 to 32 characters.</param>
/// <param name="Photos">1 to 5 JPEG files.</param>
/// <param name="ConsentBy">Who consents, 1 to 40 characters.</param>
/// <param name="ConsentText">Version of the consent text.</param>
/// <param name="KeepPhotos">True when the consent covers keeping the photos.</param>
/// <param name="AllowDuplicate">True to enrol although a photo matches another resident, such as a twin.</param>
internal sealed record EnrolmentRequest(
    string Name,
    string Unit,
    IReadOnlyList<byte[]> Photos,
    string ConsentBy,
    string ConsentText,
    bool KeepPhotos = false,
    bool AllowDuplicate = false);
