namespace Gateway.Drivers.Buses.Http;

/// <summary>One request that a device has pushed.</summary>
/// <param name="At">When it had arrived, by the gateway's wall clock.</param>
/// <param name="Parts">Its parts in order; one for a body that is not multipart.</param>
internal sealed record PushMessage(DateTimeOffset At, IReadOnlyList<HttpPart> Parts)
{
    /// <summary>Bytes of all parts.</summary>
    public long Size => Parts.Sum(part => (long)part.Body.Length);
}
