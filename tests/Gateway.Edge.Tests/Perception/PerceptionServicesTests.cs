using Gateway.Edge.Perception;
using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Motion;
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
    public void Detection_of_falls_is_what_was_configured()
    {
        using var provider = Provider(new(StringComparer.Ordinal) { ["FallDetection:LeastScore"] = "0.9", ["FallDetection:LeastDifference"] = "14" });

        var settings = provider.GetRequiredService<IFallDetectorFactory>().Settings;

        var usual = new FallDetectorFactory(new FallSettings { LeastScore = 0.9 }, new MotionSettings { LeastDifference = 14 });
        Assert.Equal(usual.Settings, settings);
    }

    [Fact]
    public void Detection_of_falls_is_by_default_what_was_measured()
    {
        using var provider = Provider([]);

        Assert.Equal(new FallDetectorFactory(new FallSettings(), new MotionSettings()).Settings, provider.GetRequiredService<IFallDetectorFactory>().Settings);
    }

    [Theory]
    [InlineData("LeastScore", "1.5")]
    [InlineData("LeastDifference", "300")]
    [InlineData("MostShake", "-1")]
    public void Detection_of_falls_out_of_range_is_named(string key, string value)
    {
        using var provider = Provider(new(StringComparer.Ordinal) { ["FallDetection:" + key] = value });

        var fault = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IFallDetectorFactory>());

        Assert.Contains(key, fault.Message, StringComparison.Ordinal);
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
