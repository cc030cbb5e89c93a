using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Perception.Faces.Gallery;
using Gateway.Edge.Perception.Faces.Recognition;
using System.Runtime.Intrinsics.X86;

namespace Gateway.Edge.Tests.Perception.Faces.Gallery;

public sealed class FaceGalleryTests
{
    public static TheoryData<int> Widths => [.. new[] { 128, 256, 512 }.Where(bits => bits == 128 || (bits == 256 ? Avx2.IsSupported : Avx512BW.IsSupported))];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Search_equals_a_naive_search_in_double_precision(int bits)
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            using var gallery = new FaceGallery(bits);
            var people = new List<(Guid Subject, float[][] Templates)>();
            for (var person = 0; person < random.Next(1, 120); person++)
            {
                var templates = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Direction(random, Spread(random))).ToArray();
                people.Add((Guid.NewGuid(), templates));
                gallery.Set(people[^1].Subject, [.. templates.Select(template => (ReadOnlyMemory<float>)template)]);
            }

            // Some leave, so that rows move.
            foreach (var (subject, _) in people.Where(_ => random.Next(4) == 0).Skip(1).ToList())
            {
                Assert.True(gallery.Remove(subject));
                people.RemoveAll(person => person.Subject == subject);
            }

            for (var query = 0; query < 10; query++)
            {
                var asked = Direction(random, Spread(random));
                var scores = people.Select(person => (person.Subject, Score: person.Templates.Max(template => Dot(template, asked)), person.Templates.Length))
                    .OrderByDescending(one => one.Score).ToList();

                var match = gallery.Search(asked);

                Assert.Equal(scores[0].Score, match.Score, 1e-5);
                Assert.Equal(scores.Count > 1 ? scores[1].Score : -1, match.RunnerUp, 1e-5);
                if (scores.Count == 1 || scores[0].Score - scores[1].Score > 1e-5)
                {
                    Assert.Equal(scores[0].Subject, match.Subject);
                    Assert.Equal(scores[0].Length, match.TemplatesOfSubject);
                }
            }
        }
    }

    [Fact]
    public void Rounded_products_never_differ_from_true_ones_by_more_than_their_bound()
    {
        var random = new Random(11);
        var (one, other) = (new sbyte[UnitVector.Length], new sbyte[UnitVector.Length]);
        for (var trial = 0; trial < 2_000; trial++)
        {
            var (left, right) = (Direction(random, Spread(random)), Direction(random, Spread(random)));
            var (a, b) = (QuantisedVector.From(left, one), QuantisedVector.From(right, other));
            var rounded = one.Zip(other, (x, y) => x * y).Sum() * (double)a.Scale * b.Scale;

            Assert.True(Math.Abs(Dot(left, right) - rounded) <= QuantisedVector.Bound(a.Error, b.Error));
        }
    }

    [Fact]
    public void Empty_gallery_matches_nobody()
    {
        using var gallery = new FaceGallery();

        Assert.Equal(new GalleryMatch(null, -1, -1, 0), gallery.Search(Direction(new Random(1), 0)));
        Assert.Equal(0, gallery.Count);
    }

    [Fact]
    public void Removed_templates_leave_no_trace_in_memory()
    {
        var table = new TemplateTable();
        var random = new Random(2);
        for (var row = 0; row < 5; row++)
        {
            table.Add(row % 2, Direction(random, 0));
        }

        Assert.Equal(3, table.RemoveOwner(0));
        Assert.Equal(2, table.Count);
        Assert.All(table.Exact.AsSpan(2 * UnitVector.Length).ToArray(), value => Assert.Equal(0, value));
        Assert.All(table.Rounded.AsSpan(2 * UnitVector.Length).ToArray(), value => Assert.Equal(0, value));
        Assert.Equal([1, 1], table.Owners[..2]);
    }

    [Fact]
    public void Setting_a_subject_again_replaces_its_templates()
    {
        var random = new Random(3);
        using var gallery = new FaceGallery();
        var subject = Guid.NewGuid();
        var (old, young) = (Direction(random, 0), Direction(random, 0));
        gallery.Set(subject, [old, old]);

        gallery.Set(subject, [young]);

        Assert.Equal(1, gallery.Count);
        Assert.True(gallery.Search(old).Score < 0.9f);
        Assert.True(gallery.Search(young).Score > 0.999f);
    }

    [Fact]
    public void Removing_an_unknown_subject_is_no_error()
    {
        using var gallery = new FaceGallery();

        Assert.False(gallery.Remove(Guid.NewGuid()));
    }

    [Fact]
    public void Template_that_is_no_unit_vector_is_refused_and_nothing_changes()
    {
        using var gallery = new FaceGallery();
        var good = Direction(new Random(4), 0);
        var broken = new float[UnitVector.Length];
        broken[0] = float.NaN;

        Assert.Throws<ArgumentException>(() => gallery.Set(Guid.NewGuid(), [good, new float[UnitVector.Length]]));
        Assert.Throws<ArgumentException>(() => gallery.Set(Guid.NewGuid(), [broken]));
        Assert.Throws<ArgumentException>(() => gallery.Set(Guid.NewGuid(), [good.AsMemory(0, 100)]));
        Assert.Equal(0, gallery.Count);
    }

    [Fact]
    public void Searches_and_changes_from_many_threads_agree_in_the_end()
    {
        using var gallery = new FaceGallery();
        var template = Direction(new Random(5), 0);
        Parallel.For(0, 40, index =>
        {
            var random = new Random(index);
            var subject = Guid.NewGuid();
            gallery.Set(subject, [Direction(random, 0), Direction(random, 0)]);
            gallery.Search(template);
            if (index % 2 == 0)
            {
                gallery.Remove(subject);
            }
        });

        Assert.Equal(40, gallery.Count);
    }

    private static double Dot(float[] one, float[] other) => one.Zip(other, (left, right) => (double)left * right).Sum();

    /// <summary>Sometimes faces alike, sometimes one value far above the rest: hard cases for rounding.</summary>
    private static float Spread(Random random) => random.Next(4) == 0 ? 5 : 0;

    private static float[] Direction(Random random, float peak)
    {
        var direction = new float[UnitVector.Length];
        for (var index = 0; index < direction.Length; index++)
        {
            direction[index] = (float)(random.NextDouble() - 0.4);
        }

        direction[random.Next(direction.Length)] += peak;
        UnitVector.Normalise(direction);
        return direction;
    }
}
