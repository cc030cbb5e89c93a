using EdgeGateway.Testing;
using Gateway.Edge.Commands;
using Gateway.Edge.Perception.FallingObjects.Synthetic;

namespace Gateway.Edge.Tests.Commands;

public class FallingSynthesizeCommandTests
{
    [Fact(Timeout = 240_000)]
    public async Task It_writes_a_clip_and_says_what_is_in_it()
    {
        using var folder = new TemporaryFolder();
        var file = new FileInfo(Path.Combine(folder.Path, "calm.mp4"));
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = await FallingSynthesizeCommand.RunAsync(file, 3, SyntheticKind.Nuisance, 1, output, errors, TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (code, errors.ToString()));
        Assert.Contains("0 falls", output.ToString(), StringComparison.Ordinal);
        Assert.True(file.Exists);
    }

    [Fact(Timeout = 240_000)]
    public async Task A_file_that_cannot_be_written_is_a_sentence_and_an_exit_code()
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = await FallingSynthesizeCommand.RunAsync(
            new FileInfo("/nowhere/clip.mp4"), 3, SyntheticKind.Nuisance, 0.2, output, errors, TestContext.Current.CancellationToken);
        Assert.Equal(1, code);
        Assert.Contains("/nowhere/clip.mp4", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_verb_is_found()
    {
        var parsed = GatewayCommand.Create().Parse(["falling", "synthesize", "x.mp4", "--seed", "4", "--kind", "nuisance"]);
        Assert.Empty(parsed.Errors);
        Assert.Equal("synthesize", parsed.CommandResult.Command.Name);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e12")]
    [InlineData("600.1")]
    [InlineData("0")]
    [InlineData("-5")]
    public void A_length_that_no_clip_has_is_refused(string seconds)
    {
        var parsed = GatewayCommand.Create().Parse(["falling", "synthesize", "x.mp4", "--seconds", seconds]);
        Assert.NotEmpty(parsed.Errors);
    }

    [Theory]
    [InlineData("0.1")]
    [InlineData("600")]
    public void A_length_within_the_bounds_is_taken(string seconds) =>
        Assert.Empty(GatewayCommand.Create().Parse(["falling", "synthesize", "x.mp4", "--seconds", seconds]).Errors);
}
