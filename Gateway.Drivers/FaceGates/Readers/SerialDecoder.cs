namespace Gateway.Drivers.FaceGates.Readers;

/// <summary>Takes each line of a serial reader as a credential. Not thread-safe.</summary>
internal sealed class SerialDecoder(TimeProvider clock, bool typed = false) : ICredentialDecoder
{
    private readonly CredentialLine _line = new(clock, typed);

    /// <inheritdoc/>
    public IEnumerable<string> Decode(ReadOnlyMemory<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (_line.Add((char)bytes.Span[i]) is { } credential)
            {
                yield return credential;
            }
        }
    }
}
