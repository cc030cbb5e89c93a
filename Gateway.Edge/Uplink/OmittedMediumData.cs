using Gateway.Cloud.Contract;

namespace Gateway.Edge.Uplink;

/// <summary>Data of the audit event that tells of a medium which the broker never takes.</summary>
/// <param name="Action"><see cref="MediumOmitted"/>.</param>
/// <param name="Sha256">The medium, which the gateway's media store keeps.</param>
/// <param name="Role">What it shows.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Reason">Why, in words.</param>
internal sealed record OmittedMediumData(string Action, string Sha256, string Role, long Bytes, LocalizedText Reason)
{
    public const string MediumOmitted = "medium-omitted";
}
