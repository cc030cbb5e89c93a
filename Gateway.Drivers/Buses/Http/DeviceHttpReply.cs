using System.Net;

namespace Gateway.Drivers.Buses.Http;

/// <summary>What a device answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">Media type in lower case; empty where none was named.</param>
/// <param name="Body">At most <see cref="DeviceHttpClient.LongestBody"/> bytes.</param>
/// <param name="Date">The device's clock as its HTTP server shows it; null where it shows none.</param>
internal sealed record DeviceHttpReply(HttpStatusCode Status, string ContentType, ReadOnlyMemory<byte> Body, DateTimeOffset? Date)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;
}
