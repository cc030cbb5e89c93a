namespace Gateway.Cloud.Station.Live;

/// <summary>One medium of an alert.</summary>
/// <param name="Sha256">Its name.</param>
/// <param name="Role">What it shows: <c>portrait</c>, <c>still</c>, <c>clip</c>.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Stored">True when its bytes have arrived.</param>
public sealed record AlertMedium(string Sha256, string Role, string ContentType, bool Stored)
{
    public bool IsVideo => ContentType.StartsWith("video/", StringComparison.Ordinal);
}
