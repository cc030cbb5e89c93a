namespace Gateway.Drivers.Configuration;

/// <summary>One thing wrong in a hardware file.</summary>
/// <param name="Path">JSON path, such as <c>$.devices[2].camera.url</c>.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Message">What was expected and, where one can tell, the fix.</param>
public sealed record HardwareFault(string Path, int Line, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"line {Line}: {Path}: {Message}";
}
