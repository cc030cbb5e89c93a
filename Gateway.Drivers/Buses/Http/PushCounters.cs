namespace Gateway.Drivers.Buses.Http;

/// <summary>What became of a sender's requests since the start. Safe for several threads.</summary>
internal sealed class PushCounters
{
    private long _accepted;
    private long _refused;
    private long _limited;
    private long _overflowed;
    private long _malformed;

    /// <summary>Taken into the queue.</summary>
    public long Accepted => Interlocked.Read(ref _accepted);

    /// <summary>From an address or with a log-in that is not the sender's.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Answered 429: more than the sender's rate.</summary>
    public long Limited => Interlocked.Read(ref _limited);

    /// <summary>Answered 503: the sender's queue was full.</summary>
    public long Overflowed => Interlocked.Read(ref _overflowed);

    /// <summary>Not what its content type promised, too large, or cut short.</summary>
    public long Malformed => Interlocked.Read(ref _malformed);

    /// <summary>Counts one answer by its HTTP status; a digest challenge that leads to a log-in is none.</summary>
    public void Count(int status) => Interlocked.Increment(ref Of(status));

    private ref long Of(int status)
    {
        switch (status)
        {
            case 200:
                return ref _accepted;
            case 403:
                return ref _refused;
            case 429:
                return ref _limited;
            case 503:
                return ref _overflowed;
            default:
                return ref _malformed;
        }
    }
}
