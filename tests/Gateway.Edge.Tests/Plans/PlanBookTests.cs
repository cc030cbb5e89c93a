using EdgeGateway.Testing;
using Gateway.Edge.Plans;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Edge.Tests.Plans;

public sealed class PlanBookTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private PlanDatabase _database;
    private PlanBook _book;

    public PlanBookTests() => (_database, _book) = Open();

    private string DatabaseFile => _folder.File("plan.db");

    [Fact]
    public void Plan_and_what_stands_on_it_survive_a_restart_in_fractions()
    {
        var plan = _book.Add("总平面", Picture(1))!;
        Assert.True(_book.Place(new PlanPlace("gate-1", plan.Id, 0.25, 0.75, new("东门", "East gate"))));
        Assert.True(_book.Place(new PlanPlace("gate-1", plan.Id, 1 / 3.0, 1, new("东门", "East gate"))));
        Restart();

        Assert.Equal(plan, Assert.Single(_book.View.Plans));
        Assert.Equal(new PlanPlace("gate-1", plan.Id, 1 / 3.0, 1, new("东门", "East gate")), Assert.Single(_book.View.Places).Value);
        Assert.Equal([1, 1, 1], _book.Picture(plan.Picture.Id));
        Assert.True(_book.IsKept);
    }

    [Fact]
    public void Replaced_picture_is_kept_once_and_can_be_brought_back_while_places_stay()
    {
        var plan = _book.Add("总平面", Picture(1))!;
        _book.Place(new PlanPlace("gate-1", plan.Id, 0.5, 0.5, new("东门", "East gate")));
        _time.Advance(TimeSpan.FromDays(1));
        var second = _book.Change(plan.Id, "总平面", Picture(2))!;
        var third = _book.Change(plan.Id, "新总平面", Picture(3))!;
        Assert.Equal((second.Picture, "新总平面"), (third.Earlier!, third.Name));
        Assert.Null(_book.Picture(plan.Picture.Id));

        var back = _book.Restore(plan.Id)!;
        Restart();

        Assert.Equal((second.Picture, third.Picture), (back.Picture, back.Earlier!));
        Assert.Equal(back, _book.View.Find(plan.Id));
        Assert.Equal([2, 2, 2], _book.Picture(back.Picture.Id));
        Assert.Equal([3, 3, 3], _book.Picture(back.Earlier!.Id));
        Assert.Equal(0.5, _book.View.Places["gate-1"].X);
    }

    [Fact]
    public void Another_name_alone_keeps_both_pictures()
    {
        var plan = _book.Add("总平面", Picture(1))!;
        var renamed = _book.Change(plan.Id, "Plan <b>", picture: null)!;
        Restart();

        Assert.Equal((plan.Picture, null, "Plan <b>"), (renamed.Picture, renamed.Earlier, _book.View.Plans[0].Name));
    }

    [Fact]
    public void Device_stands_on_one_plan_at_most_and_a_removed_plan_takes_its_places_and_pictures_along()
    {
        var (first, second) = (_book.Add("总平面", Picture(1))!, _book.Add("地下车库", Picture(2))!);
        _book.Place(new PlanPlace("gate-1", first.Id, 0.1, 0.1, new("东门", "East gate")));
        _book.Place(new PlanPlace("gate-1", second.Id, 0.2, 0.2, new("东门", "East gate")));
        _book.Place(new PlanPlace("gate-2", first.Id, 0.3, 0.3, new("西门", "West gate")));

        Assert.True(_book.Remove(second.Id));
        Restart();

        Assert.Equal(["gate-2"], _book.View.Places.Keys);
        Assert.Equal([first], _book.View.Plans);
        Assert.Null(_book.Picture(second.Picture.Id));
    }

    [Fact]
    public void What_is_not_there_is_not_changed()
    {
        Assert.Null(_book.Change(Guid.NewGuid(), "x", Picture(1)));
        Assert.Null(_book.Restore(Guid.NewGuid()));
        Assert.Null(_book.Restore(_book.Add("总平面", Picture(1))!.Id));
        Assert.False(_book.Remove(Guid.NewGuid()));
        Assert.False(_book.Place(new PlanPlace("gate-1", Guid.NewGuid(), 0, 0, new("", ""))));
        Assert.False(_book.Unplace("gate-1"));
        Assert.Null(_book.Picture(Guid.NewGuid()));
    }

    [Fact]
    public void Plans_are_limited_in_number()
    {
        for (var number = 0; number < PlanBook.MostPlans; number++)
        {
            Assert.NotNull(_book.Add($"{number}", Picture(1)));
        }

        Assert.Null(_book.Add("one more", Picture(1)));
        Assert.Equal(Enumerable.Range(0, PlanBook.MostPlans).Select(number => $"{number}"), _book.View.Plans.Select(plan => plan.Name));
    }

    [Fact]
    public void File_is_its_owner_s_alone_and_what_was_deleted_is_overwritten()
    {
        var picture = new CleanPicture([.. Enumerable.Repeat("secret-gate-plan"u8.ToArray(), 5000).SelectMany(text => text)], 4, 4);
        var plan = _book.Add("总平面", picture)!;
        _book.Remove(plan.Id);
        _database.Dispose();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(DatabaseFile));
        Assert.DoesNotContain("secret-gate-plan", System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(DatabaseFile)), StringComparison.Ordinal);
        (_database, _book) = Open();
    }

    [Fact]
    public void Change_that_cannot_be_written_changes_nothing()
    {
        var plan = _book.Add("总平面", Picture(1))!;
        _database.Dispose();

        Assert.ThrowsAny<Exception>(() => _book.Place(new PlanPlace("gate-1", plan.Id, 0, 0, new("", ""))));
        Assert.ThrowsAny<Exception>(() => _book.Remove(plan.Id));

        Assert.Equal(plan, Assert.Single(_book.View.Plans));
        Assert.Empty(_book.View.Places);
        (_database, _book) = Open();
        Assert.Single(_book.View.Plans);
    }

    [Fact]
    public void Damaged_file_is_set_aside_and_plans_begin_anew()
    {
        _database.Dispose();
        File.WriteAllBytes(DatabaseFile, [.. Enumerable.Repeat((byte)0xA5, 8192)]);
        (_database, _book) = Open();

        Assert.Empty(_book.View.Plans);
        Assert.NotNull(_book.Add("总平面", Picture(1)));
        Assert.True(File.Exists(DatabaseFile + ".damaged"));
    }

    [Fact]
    public void File_that_cannot_be_used_leaves_plans_in_memory_and_says_so()
    {
        _database.Dispose();
        File.Delete(DatabaseFile);
        Directory.CreateDirectory(DatabaseFile);
        (_database, _book) = Open();

        Assert.False(_book.IsKept);
        Assert.NotNull(_book.Add("总平面", Picture(1)));
    }

    public void Dispose()
    {
        _database.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static CleanPicture Picture(byte value) => new([value, value, value], 800, 600);

    private void Restart()
    {
        _database.Dispose();
        (_database, _book) = Open();
    }

    private (PlanDatabase Database, PlanBook Book) Open()
    {
        var database = PlanDatabase.Open(_folder.Path, NullLogger<PlanDatabase>.Instance);
        return (database, new PlanBook(database, _time));
    }
}
