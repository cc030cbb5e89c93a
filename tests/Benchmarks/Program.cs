using Benchmarks.Faces;

var benchmarks = new Dictionary<string, Func<int>>(StringComparer.Ordinal)
{
    ["faces"] = FaceDecisionBenchmark.Run,
    ["gallery"] = GalleryBenchmark.Run,
};

if (args is not [var name] || !benchmarks.TryGetValue(name, out var benchmark))
{
    Console.Error.WriteLine($"Name one benchmark: {string.Join(", ", benchmarks.Keys)}.");
    return 2;
}

return benchmark();
