using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Residents;

/// <summary>One reason why an enrolment is refused.</summary>
/// <param name="Field">The field of the request, such as <c>photos[1]</c>.</param>
/// <param name="Code">Stable code, such as <c>two-faces</c> or <c>duplicate</c>.</param>
/// <param name="Reason">The reason in words, with what to do.</param>
internal sealed record EnrolmentRefusal(string Field, string Code, LocalizedText Reason)
{
    /// <summary>A photo matches another resident.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>The gallery holds as many templates as it can search.</summary>
    public const string GalleryFull = "gallery-full";

    /// <summary>The refusal of an enrolment for which the gallery has no room.</summary>
    public static EnrolmentRefusal NoRoom { get; } = new("photos", GalleryFull, new LocalizedText(
        "人脸库已满，无法再登记。请先注销已搬离的居民，或减少照片。",
        "The face gallery is full. Withdraw residents who have moved away first, or give fewer photos."));
}
