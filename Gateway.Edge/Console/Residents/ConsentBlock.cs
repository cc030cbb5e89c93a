namespace Gateway.Edge.Console.Residents;

/// <summary>One block of a consent text, as far as these texts use Markdown: a heading, a numbered clause or a paragraph, with bold parts.</summary>
/// <param name="IsHeading">It names the text.</param>
/// <param name="Number">The clause's number; null for anything else.</param>
/// <param name="Parts">Its words in order, each bold or not.</param>
public sealed record ConsentBlock(bool IsHeading, string? Number, IReadOnlyList<(string Words, bool Bold)> Parts)
{
    /// <summary>The blocks of a text. Whatever is no Markdown of this kind is a paragraph, so that no word is left out.</summary>
    public static IReadOnlyList<ConsentBlock> Read(string markdown) =>
        [.. markdown.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Block)];

    private static ConsentBlock Block(string line)
    {
        if (line.StartsWith("# ", StringComparison.Ordinal))
        {
            return new ConsentBlock(true, null, PartsOf(line[2..]));
        }

        var dot = line.IndexOf(". ", StringComparison.Ordinal);
        return dot is > 0 and < 3 && line[..dot].All(char.IsAsciiDigit)
            ? new ConsentBlock(false, line[..(dot + 1)], PartsOf(line[(dot + 2)..]))
            : new ConsentBlock(false, null, PartsOf(line));
    }

    private static IReadOnlyList<(string Words, bool Bold)> PartsOf(string text) =>
        [.. text.Split("**").Select((words, index) => (words, index % 2 == 1)).Where(part => part.words.Length > 0)];
}
