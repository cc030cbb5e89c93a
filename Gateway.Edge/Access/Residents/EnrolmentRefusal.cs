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
}
