using Gateway.Cloud.Contract;

namespace Gateway.Edge.Perception.Faces;

/// <summary>What the examiner made of an enrolment photo: either a template or a refusal, never both.</summary>
/// <param name="Template">Unit vector of 512; null when refused.</param>
/// <param name="Quality">0..1.</param>
/// <param name="Refusal">Stable code such as <c>no-face</c>, <c>two-faces</c>, <c>too-small</c>, <c>blurred</c>, <c>turned-away</c>, <c>unreadable</c>, <c>too-large</c>; null when accepted.</param>
/// <param name="Reason">The refusal in words, with what to do; null when accepted.</param>
internal sealed record EnrolmentPhoto(float[]? Template, float Quality, string? Refusal, LocalizedText? Reason)
{
    /// <summary>True when the photo yielded a template.</summary>
    public bool Accepted => Template is not null;
}
