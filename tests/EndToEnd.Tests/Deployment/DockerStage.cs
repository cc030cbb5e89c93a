namespace EndToEnd.Tests.Deployment;

/// <summary>One <c>FROM</c> and the instructions up to the next.</summary>
internal sealed record DockerStage(string Image, string? Name, IReadOnlyList<DockerInstruction> Instructions)
{
    public IEnumerable<DockerInstruction> Named(string name) =>
        Instructions.Where(instruction => string.Equals(instruction.Name, name, StringComparison.Ordinal));

    public string Commands => string.Join('\n', Named("RUN").Select(run => run.Arguments));

    public string WorkingDirectory => Named("WORKDIR").LastOrDefault()?.Arguments ?? "/";

    /// <summary>Whether a later stage finds the path here: written by a command, installed by npm, or part of an image taken as it is.</summary>
    public bool Produces(string path) =>
        Instructions.Count == 0
        || Commands.Contains($"-o {path}", StringComparison.Ordinal)
        || (path == WorkingDirectory + "/node_modules" && Commands.Contains("npm ci", StringComparison.Ordinal));
}
