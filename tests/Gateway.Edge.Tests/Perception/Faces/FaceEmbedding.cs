using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Faces.Detection;
using Gateway.Edge.Perception.Faces.Recognition;

namespace Gateway.Edge.Tests.Perception.Faces;

/// <summary>The embedding of the one face in a picture, by the real pipeline.</summary>
internal static class FaceEmbedding
{
    public static float[] Of(BgrImage image)
    {
        using var reader = FaceModels.Reader();
        var found = new FaceBox[8];
        var count = StillSearch.Find(reader, image, 0.65f, found);
        Assert.True(count > 0, "The test's own picture shows no face.");
        reader.Read(image, StillSearch.Subject(found.AsSpan(0, count)).Box);
        var embedding = new float[UnitVector.Length];
        Assert.True(reader.Embed(embedding));
        return embedding;
    }
}
