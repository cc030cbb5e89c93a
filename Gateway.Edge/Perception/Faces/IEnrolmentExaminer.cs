namespace Gateway.Edge.Perception.Faces;

/// <summary>Judges one enrolment photo. Safe for use by several threads.</summary>
internal interface IEnrolmentExaminer
{
    /// <summary>Decodes and examines a JPEG; never throws for a bad picture, the result says why it is refused.</summary>
    EnrolmentPhoto Examine(ReadOnlySpan<byte> jpeg);
}
