using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Edge.Commands;
using Gateway.Edge.Perception.Faces.Evaluation;

namespace Gateway.Edge.Tests.Perception.Faces.Evaluation;

public sealed class FaceEvaluationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("evaluation").FullName;

    [Fact]
    public void Real_collection_meets_the_targets()
    {
        var report = Evaluate(TestData.Require("faces"));

        Assert.Equal(8422, report.GetProperty("pairs").GetInt32());
        Assert.True(report.GetProperty("eer").GetDouble() <= 0.008);
        Assert.True(report.GetProperty("tpr").GetProperty("0.50").GetDouble() >= 0.97);
        Assert.True(report.GetProperty("fpr").GetProperty("0.50").GetDouble() <= 0.001);
        Assert.True(report.GetProperty("undetected").GetInt32() <= 2);
    }

    [Fact]
    public void Picture_without_a_face_counts_against_the_genuine_pairs()
    {
        Save("a.jpg", FaceSheet.Cut(0, 0));
        Save("b.jpg", FaceSheet.Cut(0, 1));
        Save("nobody.jpg", FaceSheet.Scene(320, 320));
        File.WriteAllText(Path.Combine(_folder, "pairs.csv"), "file_a,file_b,same,set\na.jpg,b.jpg,1,x\na.jpg,nobody.jpg,1,x\nb.jpg,nobody.jpg,0,x\n");

        var report = Evaluate(_folder);

        Assert.Equal(1, report.GetProperty("undetected").GetInt32());
        Assert.Equal(0.5, report.GetProperty("tpr").GetProperty("0.50").GetDouble());
        Assert.Equal(0, report.GetProperty("fpr").GetProperty("0.50").GetDouble());
    }

    [Fact]
    public void Equal_error_rate_and_rates_follow_their_definitions()
    {
        var scores = new VerificationScores();
        foreach (var genuine in new[] { 0.9f, 0.8f, 0.7f, 0.3f })
        {
            scores.Add(same: true, genuine);
        }

        foreach (var impostor in new[] { 0.1f, 0.2f, 0.25f, 0.75f })
        {
            scores.Add(same: false, impostor);
        }

        Assert.Equal(0.25, scores.EqualErrorRate(), 1e-9);
        Assert.Equal(0.75, scores.TruePositiveRate(0.5f));
        Assert.Equal(0.25, scores.FalsePositiveRate(0.5f));
    }

    [Fact]
    public void Quoted_file_names_with_commas_are_read()
    {
        var file = Path.Combine(_folder, "pairs.csv");
        File.WriteAllText(file, "file_a,file_b,same,set\n\"a, with \"\"comma\"\".jpg\",b.jpg,1,hard\n");

        var pair = Assert.Single(FacePair.ReadFolder(_folder));

        Assert.Equal("a, with \"comma\".jpg", Path.GetFileName(pair.FileA));
        Assert.True(EvaluationPictures.IsTight(pair.FileA, pair.Set));
    }

    [Fact]
    public void Malformed_list_is_named_with_its_line()
    {
        File.WriteAllText(Path.Combine(_folder, "pairs.csv"), "file_a,file_b,same,set\na.jpg,b.jpg,1\n");
        Assert.Contains("line 2", Assert.Throws<InvalidDataException>(() => FacePair.ReadFolder(_folder)).Message, StringComparison.Ordinal);

        File.WriteAllText(Path.Combine(_folder, "pairs.csv"), "file_a,file_b,same\n");
        Assert.Contains("set", Assert.Throws<InvalidDataException>(() => FacePair.ReadFolder(_folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Liveness_of_real_prints_and_faces_is_told_apart_better_than_by_chance()
    {
        using var output = new StringWriter();
        LivenessCommand.Evaluate(new DirectoryInfo(TestData.Require("liveness")), json: true, output, TextWriter.Null);
        var report = JsonDocument.Parse(output.ToString()).RootElement;

        Assert.Equal(163, report.GetProperty("images").GetInt32());
        Assert.True(report.GetProperty("auc").GetDouble() >= 0.85);
        Assert.InRange(report.GetProperty("apcer").GetDouble(), 0, 0.3);
        Assert.InRange(report.GetProperty("bpcer").GetDouble(), 0, 0.3);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static JsonElement Evaluate(string folder)
    {
        using var output = new StringWriter();
        FacesCommand.Evaluate([new DirectoryInfo(folder)], json: true, output, TextWriter.Null);
        return JsonDocument.Parse(output.ToString()).RootElement;
    }

    private void Save(string name, Gateway.Drivers.Buses.Video.BgrImage image) =>
        File.WriteAllBytes(Path.Combine(_folder, name), JpegCodec.Encode(image, 95));
}
