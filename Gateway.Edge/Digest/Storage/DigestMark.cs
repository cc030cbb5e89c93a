namespace Gateway.Edge.Digest.Storage;

/// <summary>How far the digest has come.</summary>
/// <param name="Journal">Id of the journal that it follows.</param>
/// <param name="Zone">Time zone of its days.</param>
/// <param name="Through">The last sequence that is in it.</param>
/// <param name="Newest">UTC ticks of the latest time of any record that was counted.</param>
/// <param name="CountsFrom">UTC ticks; records of before were counted by an earlier digest, and are found here but not counted again.</param>
internal sealed record DigestMark(Guid Journal, string Zone, long Through, long Newest, long CountsFrom);
