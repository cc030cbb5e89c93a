using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Configuration;

/// <summary>One thing wrong in a hardware file.</summary>
/// <param name="Path">JSON path such as <c>devices[0].camera.url</c>.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Problem">What is wrong, what was expected and, where it can be guessed, the fix.</param>
public sealed record HardwareError(string Path, int Line, Wording Problem)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path} (line {Line}): {Problem.En}";
}
