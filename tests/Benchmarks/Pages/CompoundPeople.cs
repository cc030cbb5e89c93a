using EdgeGateway.Benchmarks.Faces;
using Gateway.Edge.Access.Residents;

namespace EdgeGateway.Benchmarks.Pages;

/// <summary>Seeded people, plates and gates; the same for the registries and the journal.</summary>
internal sealed class CompoundPeople
{
    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private const string Given = "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚";
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    public CompoundPeople(int residents, int seed)
    {
        var random = new Random(seed);
        Residents = [.. Enumerable.Range(0, residents).Select(index => new Resident(
            Id(random), Name(random), $"{1 + (index % 40)}-{1 + (index / 40 % 33)}{1 + (index % 8):00}", Consent: null, Templates: 0, PhotosKept: 0))];
        Plates = [.. Enumerable.Range(0, residents).Select(_ => $"沪{Letters[random.Next(Letters.Length)]}{random.Next(100_000):00000}").Distinct(StringComparer.Ordinal)];
        Workers = [.. Enumerable.Range(0, residents / 8).Select(_ => (Id(random), Id(random), Name(random)))];
    }

    public IReadOnlyList<Resident> Residents { get; }

    public IReadOnlyList<string> Plates { get; }

    /// <summary>Temporary workers with the id of the worker's grant.</summary>
    public IReadOnlyList<(Guid Worker, Guid Grant, string Name)> Workers { get; }

    /// <summary>A template for each resident with a face.</summary>
    public static IEnumerable<float[]> Templates(int count, int seed) => TemplateMaker.Templates(count, seed).Select(template => template.ToArray());

    private static Guid Id(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private static string Name(Random random) =>
        $"{Surnames[random.Next(Surnames.Length)]}{Given[random.Next(Given.Length)]}{(random.Next(3) == 0 ? Given[random.Next(Given.Length)] : "")}";
}
