using Gateway.Edge.Perception.Models;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Perception.Faces;

/// <inheritdoc/>
internal sealed class FaceWatcherFactory(ModelRegistry models, IFaceGallery gallery, IOptions<FaceOptions> options, TimeProvider time)
    : IFaceWatcherFactory
{
    /// <inheritdoc/>
    public IFaceWatcher Create() => new FaceWatcher(new FaceReader(models), gallery, options.Value, time);
}
