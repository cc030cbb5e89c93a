using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Edge.Commands;
using Gateway.Edge.Perception.Plates.Evaluation;

namespace Gateway.Edge.Tests.Perception.Plates.Evaluation;

public sealed class PlateEvaluationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("plates").FullName;

    [Fact]
    public void Real_crops_are_read_at_least_98_percent_exactly()
    {
        var report = Evaluate(TestData.Require("plates"));

        Assert.Equal(202, report.GetProperty("images").GetInt32());
        Assert.True(report.GetProperty("exact").GetDouble() >= 0.98, report.ToString());
        Assert.True(report.GetProperty("ms_per_image").GetDouble() > 0);
    }

    [Fact]
    public void Real_pictures_are_read_at_least_95_percent_exactly()
    {
        var report = Evaluate(TestData.Require("plates_full"));

        Assert.Equal(100, report.GetProperty("images").GetInt32());
        Assert.True(report.GetProperty("exact").GetDouble() >= 0.95, report.ToString());
    }

    [Fact]
    public void Malformed_labels_are_named_with_line_and_column()
    {
        File.WriteAllText(Path.Combine(_folder, "labels.csv"), "file,plate,source\na.jpg,京A12345,x\nb.jpg,京A1234,x\n");
        var fault = Assert.Throws<InvalidDataException>(() => LabelledPlate.ReadFolder(_folder));
        Assert.Contains("line 3, column plate", fault.Message, StringComparison.Ordinal);
        Assert.Contains("京A1234", fault.Message, StringComparison.Ordinal);

        File.WriteAllText(Path.Combine(_folder, "labels.csv"), "file,number\na.jpg,京A12345\n");
        Assert.Contains("plate", Assert.Throws<InvalidDataException>(() => LabelledPlate.ReadFolder(_folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Confusions_are_counted_where_the_texts_differ()
    {
        var confusions = PlateConfusion.Among([("京A12D45", "京A12045"), ("京A12D4G", "京A120456"[..7]), ("京A12345", "京A1345")]);

        Assert.Equal(new PlateConfusion("D", "0", 2), confusions[0]);
        Assert.Contains(new PlateConfusion("2", "", 1), confusions);
        Assert.Contains(new PlateConfusion("G", "5", 1), confusions);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static JsonElement Evaluate(string folder)
    {
        using var output = new StringWriter();
        PlatesEvaluateCommand.Evaluate([new DirectoryInfo(folder)], json: true, pictures: null, output, TextWriter.Null);
        return JsonDocument.Parse(output.ToString()).RootElement;
    }
}
