namespace Gateway.Edge.Access.Residents;

/// <summary>What it takes to let gates recognise a resident.</summary>
/// <param name="Photos">1 to 5 JPEG files.</param>
/// <param name="ConsentBy">Who consents, 1 to 40 characters: the resident, or a child's guardian.</param>
/// <param name="ConsentText">Version of the consent text that was shown.</param>
/// <param name="KeepPhotos">True when the consent covers keeping the photos.</param>
/// <param name="AllowDuplicate">True to enrol although a photo matches another resident, such as a twin.</param>
internal sealed record FaceRequest(IReadOnlyList<byte[]> Photos, string ConsentBy, string ConsentText, bool KeepPhotos = false, bool AllowDuplicate = false);
