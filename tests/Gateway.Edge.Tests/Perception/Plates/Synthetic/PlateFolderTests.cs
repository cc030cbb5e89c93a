using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Drivers.Simulation.Plates;
using Gateway.Edge.Commands;
using Gateway.Edge.Perception.Plates.Evaluation;
using Gateway.Edge.Perception.Plates.Synthetic;

namespace Gateway.Edge.Tests.Perception.Plates.Synthetic;

public sealed class PlateFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 300_000)]
    public async Task Written_pictures_are_what_the_evaluation_reads()
    {
        var order = new PlateOrder(PlateCondition.Night, 5, 3, Full: false);
        var wanted = new PlateSet(await PlateGlyphs.SharedAsync()).Of(order).ToList();
        Assert.Equal(0, await RunAsync(order));
        var read = LabelledPlate.ReadFolder(_folder.Path);
        Assert.Equal(wanted.Select(plate => plate.Plate), read.Select(plate => plate.Plate.Text));
        Assert.All(read, plate => Assert.True(JpegCodec.Decode(File.ReadAllBytes(plate.File)).Width > 40));
        Assert.Equal("file,plate,kind,condition,quad", File.ReadLines(Path.Combine(_folder.Path, "labels.csv")).First());
    }

    [Fact(Timeout = 300_000)]
    public async Task Second_run_replaces_the_labels_of_the_first()
    {
        await RunAsync(new PlateOrder(PlateCondition.Day, 4, 1, Full: false));
        await RunAsync(new PlateOrder(null, 2, 1, Full: true));
        Assert.Equal(2, LabelledPlate.ReadFolder(_folder.Path).Count);
    }

    [Fact(Timeout = 300_000)]
    public async Task Folder_that_cannot_be_made_is_told_in_a_sentence()
    {
        var file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        var errors = new StringWriter();
        Assert.Equal(1, await PlatesSynthesizeCommand.RunAsync(
            new DirectoryInfo(Path.Combine(file, "below")), new PlateOrder(null, 1, 1, Full: false), TextWriter.Null, errors, TestContext.Current.CancellationToken));
        Assert.NotEmpty(errors.ToString());
    }

    [Theory]
    [InlineData("synthesize", "out", "--count", "0")]
    [InlineData("synthesize", "out", "--set", "fog")]
    [InlineData("evaluate")]
    [InlineData("evaluate", "folder", "--synthetic", "4")]
    public void Wrong_orders_are_refused(params string[] words) => Assert.NotEmpty(PlatesCommand.Create().Parse(words).Errors);

    [Fact]
    public void Names_are_words_of_files() => Assert.Equal("hong-kong", PlateFolder.Name(PlateMake.HongKong));

    private Task<int> RunAsync(PlateOrder order) => PlatesSynthesizeCommand.RunAsync(
        new DirectoryInfo(_folder.Path), order, TextWriter.Null, TextWriter.Null, TestContext.Current.CancellationToken);
}
