using Gateway.Cloud.Contract;
using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Perception.Faces.Recognition;

namespace Gateway.Edge.Access.Residents;

/// <summary>Turns photos into templates, and refuses those that would make the gate open for the wrong person.</summary>
internal sealed class EnrolmentPhotos(Lazy<IEnrolmentExaminer> examiner, IFaceGallery gallery, ResidentsOptions options)
{
    /// <summary>The templates in the order of the photos, and every reason for refusal. A match with <paramref name="self"/> is none.</summary>
    public (List<float[]> Templates, List<EnrolmentRefusal> Refusals) Examine(
        IReadOnlyList<byte[]> photos, bool allowDuplicate, Func<Guid, string> describe, Guid? self = null)
    {
        var templates = new List<float[]>();
        var refusals = new List<EnrolmentRefusal>();
        for (var index = 0; index < photos.Count; index++)
        {
            var field = $"photos[{index}]";
            var photo = examiner.Value.Examine(photos[index]);
            if (photo.Template is not { } template)
            {
                refusals.Add(new(field, photo.Refusal ?? "unreadable", photo.Reason ?? new LocalizedText("照片无法使用。", "The photo cannot be used.")));
                continue;
            }

            refusals.AddRange(SamePerson(field, template, templates));
            refusals.AddRange(allowDuplicate ? [] : Duplicate(field, template, describe, self));
            templates.Add(template);
        }

        return (templates, refusals);
    }

    private IEnumerable<EnrolmentRefusal> SamePerson(string field, float[] template, List<float[]> earlier)
    {
        if (earlier.Exists(other => UnitVector.Cosine(template, other) < options.SamePersonThreshold))
        {
            yield return new(field, "different-people", new LocalizedText(
                "这张照片与其他照片不像同一个人，请核对后重新提供。", "This photo does not look like the person on the others; check and give another one."));
        }
    }

    private IEnumerable<EnrolmentRefusal> Duplicate(string field, float[] template, Func<Guid, string> describe, Guid? self)
    {
        var match = gallery.Search(template);
        if (match.Subject is { } other && other != self && match.Score >= options.DuplicateThreshold)
        {
            var who = describe(other);
            yield return new(field, EnrolmentRefusal.Duplicate, new LocalizedText(
                $"这张照片与已登记的 {who} 相符。若确为另一人（如双胞胎），请明确允许重复后再登记。",
                $"This photo matches {who}, who is enrolled already. If it is someone else, such as a twin, enrol again and allow the duplicate."));
        }
    }
}
