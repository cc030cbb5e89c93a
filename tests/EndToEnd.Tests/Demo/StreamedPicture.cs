namespace EndToEnd.Tests.Demo;

/// <summary>One picture received from a stream.</summary>
/// <param name="At">Seconds of the stream's own clock.</param>
/// <param name="Checksum">Of its compressed bytes.</param>
internal readonly record struct StreamedPicture(double At, string Checksum);
