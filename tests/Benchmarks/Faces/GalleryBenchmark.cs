using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Perception.Faces.Gallery;

namespace EdgeGateway.Benchmarks.Faces;

/// <summary>Exact 1:N search against FAISS IndexFlatIP: same templates, same queries, one thread each, taking turns; the best template must be the same.</summary>
internal static class GalleryBenchmark
{
    private const int Queries = 20;
    private const int Rounds = 5;

    public static int Run() => Measure(10_000) & Measure(100_000) ? 0 : 1;

    private static bool Measure(int count)
    {
        var templates = TemplateMaker.Templates(count, seed: count).ToList();
        var random = new Random(count + 1);

        // Half residents seen again, half strangers.
        var queries = TemplateMaker.Templates(Queries, seed: count + 2)
            .Select((stranger, index) => index % 2 == 0 ? stranger.ToArray() : TemplateMaker.Again(templates[random.Next(count)].Span, random))
            .ToList();
        using var gallery = new FaceGallery();
        var subjects = templates.Select(template =>
        {
            var subject = Guid.NewGuid();
            gallery.Set(subject, [template]);
            return subject;
        }).ToList();
        using var faiss = new FaissPeer(templates, queries);

        var (ours, theirs, same) = (new List<double>(), new List<double>(), true);
        var matches = new GalleryMatch[Queries];
        for (var round = 0; round <= Rounds; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            for (var query = 0; query < Queries; query++)
            {
                matches[query] = gallery.Search(queries[query]);
            }

            var spent = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Queries;
            var (milliseconds, best) = faiss.Pass();
            same &= best.Zip(matches).All(pair => subjects[pair.First] == pair.Second.Subject);
            if (round > 0)
            {
                ours.Add(spent);
                theirs.Add(milliseconds);
            }
        }

        var (our, their) = (ours.Order().ElementAt(Rounds / 2), theirs.Order().ElementAt(Rounds / 2));
        var holds = Result.AtMost($"gallery of {count:N0} / FAISS IndexFlatIP", our / their, 1.0);
        Result.Note("gallery", our, "ms of processor time a query");
        Result.Note("FAISS", their, "ms of processor time a query");
        Console.WriteLine($"  same best template: {(same ? "yes" : "NO")}");
        return holds && same;
    }
}
