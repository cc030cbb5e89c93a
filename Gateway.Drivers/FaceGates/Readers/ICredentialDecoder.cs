namespace Gateway.Drivers.FaceGates.Readers;

/// <summary>Finds credentials in what a reader's device gives. Not thread-safe.</summary>
internal interface ICredentialDecoder
{
    /// <summary>The credentials that these bytes complete, in order.</summary>
    IEnumerable<string> Decode(ReadOnlyMemory<byte> bytes);
}
