using System.Collections.Concurrent;
using Gateway.Cloud.Contract;
using Gateway.Edge.Perception.Faces;

namespace Gateway.Edge.Tests.Access.Residents;

/// <summary>
/// Stands in for perception, which has its own tests: a "photo" is the word <c>face</c>, a person's number and a view's number. Views of
/// one person agree at 0.9, people are orthogonal to each other.
/// </summary>
internal sealed class MadeUpFaces : IEnrolmentExaminer, IFaceGallery
{
    private const int Length = 512;

    private readonly ConcurrentDictionary<Guid, IReadOnlyList<ReadOnlyMemory<float>>> _subjects = new();

    public int Count => _subjects.Values.Sum(templates => templates.Count);

    /// <summary>Templates that fit in at all.</summary>
    public int Capacity { get; set; } = 100;

    public int Room => Capacity - Count;

    public long Version { get; private set; }

    public static byte[] Photo(byte person, byte view = 0) => [.. "face"u8, person, view, .. Enumerable.Repeat((byte)0xEE, 200)];

    public static float[] Template(byte person, byte view = 0)
    {
        var template = new float[Length];
        template[person] = MathF.Sqrt(0.9f);
        template[256 + view] = MathF.Sqrt(0.1f);
        return template;
    }

    public EnrolmentPhoto Examine(ReadOnlySpan<byte> jpeg) => jpeg.StartsWith("face"u8)
        ? new EnrolmentPhoto(Template(jpeg[4], jpeg[5]), 0.9f, null, null)
        : new EnrolmentPhoto(null, 0, "no-face", new LocalizedText("照片中没有人脸，请换一张。", "There is no face in the photo; give another one."));

    public void Set(Guid subject, IReadOnlyList<ReadOnlyMemory<float>> templates)
    {
        if (templates.Count > Room)
        {
            throw new InvalidOperationException("The gallery is full.");
        }

        _subjects[subject] = templates;
        Version++;
    }

    public bool Remove(Guid subject) => _subjects.TryRemove(subject, out _);

    public GalleryMatch Search(ReadOnlySpan<float> embedding)
    {
        var best = new GalleryMatch(null, -1, -1, 0);
        foreach (var (subject, templates) in _subjects)
        {
            foreach (var template in templates)
            {
                var score = 0f;
                for (var index = 0; index < Length; index++)
                {
                    score += template.Span[index] * embedding[index];
                }

                best = score > best.Score ? new GalleryMatch(subject, score, best.Score, templates.Count) : best;
            }
        }

        return best;
    }
}
