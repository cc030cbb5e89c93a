using Gateway.Cloud.Contract;

namespace Gateway.Edge.Uplink;

/// <summary>Data of the audit event that tells of a record which the broker refuses.</summary>
/// <param name="Action"><see cref="RecordOmitted"/>.</param>
/// <param name="Kind">The kind of the record left out.</param>
/// <param name="Bytes">Length of its data.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Sequence">Its sequence; null in the event that takes its place and so has it anyway.</param>
internal sealed record OmittedRecordData(string Action, string Kind, int Bytes, LocalizedText Reason, long? Sequence = null)
{
    public const string RecordOmitted = "record-omitted";
}
