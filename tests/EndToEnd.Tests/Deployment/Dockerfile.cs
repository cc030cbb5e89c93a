namespace EndToEnd.Tests.Deployment;

/// <summary>Reads a Dockerfile into its stages.</summary>
internal sealed record Dockerfile(IReadOnlyList<DockerStage> Stages)
{
    public DockerStage Final => Stages[^1];

    public static Dockerfile Parse(string text)
    {
        var stages = new List<DockerStage>();
        var current = new List<DockerInstruction>();
        foreach (var instruction in Instructions(text))
        {
            if (instruction.Name != "FROM")
            {
                current.Add(instruction);
                continue;
            }

            current = [];
            var words = instruction.Words.Where(word => !word.StartsWith("--", StringComparison.Ordinal)).ToList();
            stages.Add(new DockerStage(words[0], words.Count == 3 && words[1] == "AS" ? words[2] : null, current));
        }

        return new Dockerfile(stages);
    }

    private static IEnumerable<DockerInstruction> Instructions(string text)
    {
        var lines = text.Split('\n').Where(line => line.Trim().Length > 0 && !line.TrimStart().StartsWith('#'));
        var joined = string.Join('\n', lines).Replace("\\\n", " ", StringComparison.Ordinal);
        foreach (var line in joined.Split('\n'))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            yield return new DockerInstruction(line[..space], line[(space + 1)..].Trim());
        }
    }
}
