using Gateway.Edge.Perception;
using Gateway.Edge.Perception.Faces;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Tests.Perception;

public sealed class PerceptionServicesTests
{
    [Fact]
    public void Everything_that_other_features_need_is_registered()
    {
        using var provider = Provider([]);

        Assert.NotNull(provider.GetRequiredService<IFaceGallery>());
        Assert.NotNull(provider.GetRequiredService<IEnrolmentExaminer>());
        using var one = (IDisposable)provider.GetRequiredService<IFaceWatcherFactory>().Create();
        using var other = (IDisposable)provider.GetRequiredService<IFaceWatcherFactory>().Create();
        Assert.NotSame(one, other);
    }

    [Fact]
    public void Threshold_out_of_range_is_named()
    {
        using var provider = Provider(new(StringComparer.Ordinal) { ["Faces:MatchThreshold"] = "1.5" });

        var fault = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<FaceOptions>>().Value);

        Assert.Contains("MatchThreshold", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_models_are_named_when_a_watcher_is_asked_for()
    {
        using var provider = Provider(new(StringComparer.Ordinal) { ["Models:Folder"] = "/nowhere" });

        var fault = Assert.ThrowsAny<Exception>(() => provider.GetRequiredService<IFaceWatcherFactory>().Create());

        Assert.Contains("/nowhere/fr_detect.onnx", fault.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Provider(Dictionary<string, string?> values) => new ServiceCollection()
        .AddLogging()
        .AddPerception(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
        .BuildServiceProvider();
}
