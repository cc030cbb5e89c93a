namespace Gateway.Edge.Access.Grants.Registry;

/// <summary>A worker's face, offered with consent.</summary>
/// <param name="Photos">1 to 5 JPEG files.</param>
/// <param name="ConsentBy">Who consents, 1 to 40 characters.</param>
/// <param name="ConsentText">Version of the consent text that was shown.</param>
/// <param name="KeepPhotos">True when the consent covers keeping the photos until the grant ends.</param>
/// <param name="AllowDuplicate">True although a photo matches somebody else, such as a twin.</param>
internal sealed record FaceOffer(IReadOnlyList<byte[]> Photos, string ConsentBy, string ConsentText, bool KeepPhotos = false, bool AllowDuplicate = false);
