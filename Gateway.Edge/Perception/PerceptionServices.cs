using Gateway.Cloud.Contract.Hosting;
using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Perception.Faces.Enrolment;
using Gateway.Edge.Perception.Faces.Gallery;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.Models;
using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Perception.Plates.Tracking;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Perception;

/// <summary>Registers what turns pixels into findings.</summary>
internal static class PerceptionServices
{
    /// <summary>
    /// Adds the models (section <c>Models</c>), the face pipeline (section <c>Faces</c>): <see cref="IFaceWatcherFactory"/>,
    /// <see cref="IFaceGallery"/>, <see cref="IEnrolmentExaminer"/>, that of plates (section <c>Plates</c>): <see cref="IPlateReaderFactory"/>,
    /// <see cref="IPlateWatcherFactory"/>, and that of falls (section <c>FallDetection</c>): <see cref="IFallDetectorFactory"/>.
    /// </summary>
    public static IServiceCollection AddPerception(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<ModelOptions>(configuration, ModelOptions.Section);
        services.AddValidatedOptions<FaceOptions>(configuration, FaceOptions.Section);
        services.AddValidatedOptions<PlateOptions>(configuration, PlateOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(ModelManifest.Current);
        services.AddSingleton<ModelStore>();
        services.AddSingleton<ModelRegistry>();
        services.AddHostedService<ModelStartupCheck>();
        services.AddSingleton<IFaceGallery, FaceGallery>();
        services.AddSingleton<IFaceWatcherFactory, FaceWatcherFactory>();
        services.AddSingleton<IEnrolmentExaminer, EnrolmentExaminer>();
        services.AddSingleton<IPlateReaderFactory, PlateReaderFactory>();
        services.AddSingleton<IPlateWatcherFactory, PlateWatcherFactory>();
        services.AddValidatedOptions<FallDetectionOptions>(configuration, FallDetectionOptions.Section);
        services.AddSingleton<IFallDetectorFactory>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<FallDetectionOptions>>().Value;
            return new FallDetectorFactory(options.ToFalls(), options.ToMotion());
        });
        return services;
    }
}
