using Gateway.Cloud.Contract;
using Gateway.Edge.Alerts.Strangers;

namespace Gateway.Edge.Tests.Alerts.Strangers;

public sealed class StrangerBookTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly StrangerOptions _options = new() { Capacity = 10 };

    [Fact]
    public void Sightings_of_one_face_within_the_window_are_one_stranger_with_a_count()
    {
        var book = new StrangerBook(_options);
        var first = book.Add(Sight(Faces.Unit(1), Noon));
        var second = book.Add(Sight(Faces.Near(Faces.Unit(1), 0.8f, seed: 5), Noon.AddMinutes(5), quality: 0.9f));

        Assert.True(first.IsNew);
        Assert.False(second.IsNew);
        Assert.Equal(first.Stranger.Id, second.Stranger.Id);
        Assert.Equal(2, second.Stranger.Sightings);
        Assert.Equal(Noon, second.Stranger.FirstSeen);
        Assert.Equal(Noon.AddMinutes(5), second.Stranger.LastSeen);
        Assert.True(second.HasBetterPortrait);
    }

    [Fact]
    public void Worse_portrait_of_a_later_sighting_does_not_replace_the_best()
    {
        var book = new StrangerBook(_options);
        book.Add(Sight(Faces.Unit(1), Noon, quality: 0.8f));

        var second = book.Add(Sight(Faces.Unit(1), Noon.AddMinutes(1), quality: 0.3f));

        Assert.False(second.HasBetterPortrait);
        Assert.Equal(0.8f, second.Stranger.PortraitQuality);
    }

    [Fact]
    public void Different_faces_are_different_strangers()
    {
        var book = new StrangerBook(_options);
        book.Add(Sight(Faces.Unit(1), Noon));

        Assert.True(book.Add(Sight(Faces.Unit(2), Noon)).IsNew);
        Assert.Equal(2, book.Count);
    }

    [Fact]
    public void Same_face_after_the_window_is_a_new_stranger_and_the_old_one_is_forgotten()
    {
        var book = new StrangerBook(_options);
        var first = book.Add(Sight(Faces.Unit(1), Noon));

        var second = book.Add(Sight(Faces.Unit(1), Noon + _options.Window + TimeSpan.FromSeconds(1)));

        Assert.True(second.IsNew);
        Assert.Equal([first.Stranger.Id], second.Forgotten);
        Assert.Equal(1, book.Count);
    }

    [Fact]
    public void Full_book_forgets_the_stranger_seen_longest_ago()
    {
        var book = new StrangerBook(_options);
        for (var i = 0; i < 15; i++)
        {
            book.Add(Sight(Faces.Unit(100 + i), Noon.AddSeconds(i)));
        }

        Assert.Equal(_options.Capacity, book.Count);
        Assert.True(book.Add(Sight(Faces.Unit(100), Noon.AddSeconds(20))).IsNew);
        Assert.False(book.Add(Sight(Faces.Unit(114), Noon.AddSeconds(21))).IsNew);
    }

    [Fact]
    public void Stranger_remembered_over_a_restart_is_recognised_again()
    {
        var before = new StrangerBook(_options).Add(Sight(Faces.Unit(1), Noon)).Stranger;
        var book = new StrangerBook(_options);

        book.Restore([before], Noon.AddMinutes(1));

        Assert.Equal(before.Id, book.Add(Sight(Faces.Unit(1), Noon.AddMinutes(2))).Stranger.Id);
    }

    private static Sighting Sight(float[] embedding, DateTimeOffset at, float quality = 0.5f) =>
        new("gate-1", new LocalizedText("东门", "East gate"), embedding, new byte[] { 1, 2, 3 }, quality, at);
}
