namespace EndToEnd.Tests.Deployment;

/// <summary>One instruction with its continuation lines joined: <c>COPY</c> and what follows.</summary>
internal sealed record DockerInstruction(string Name, string Arguments)
{
    public IReadOnlyList<string> Words { get; } = Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The value of <c>--name=value</c>, or null.</summary>
    public string? Flag(string name) =>
        Words.FirstOrDefault(word => word.StartsWith($"--{name}=", StringComparison.Ordinal))?[(name.Length + 3)..];

    /// <summary>What a <c>COPY</c> copies: every word but the flags and the target.</summary>
    public IEnumerable<string> Sources => Words.Where(word => !word.StartsWith("--", StringComparison.Ordinal)).SkipLast(1);
}
