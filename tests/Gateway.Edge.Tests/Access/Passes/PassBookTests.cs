using System.Text;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Tests.Access.Passes;

public sealed class PassBookTests : IDisposable
{
    private readonly PassBench _bench = new();

    [Fact]
    public void Card_is_known_by_its_number_however_a_reader_writes_it_also_after_a_restart()
    {
        var pass = _bench.Issue("04a1b2c3");
        _bench.Open();

        Assert.Equal(pass, _bench.Book.OfCard(" 04A1B2C3 "));
        Assert.Equal("2C3", pass.Hint);
        Assert.Null(_bench.Book.OfCard("04A1B2C4"));
    }

    [Fact]
    public void Number_of_a_card_does_not_stand_on_the_disk()
    {
        _bench.Issue("04A1B2C3D4E5F6");
        _bench.Book.Dispose();
        SqliteConnection.ClearAllPools();

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(_bench.File)!))
        {
            Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.ASCII.GetBytes("04A1B2C3D4E5F6")));
        }

        _bench.Open();
    }

    [Fact]
    public void Card_is_held_by_one_person_until_it_is_taken_back()
    {
        var first = _bench.Issue("0012345678");
        var other = new PassRequest(_bench.People.Add("李*").Id, "0012345678");

        var (_, fault) = _bench.Book.Issue(other);
        Assert.Contains(first.Id.ToString(), fault!.Reason.En, StringComparison.Ordinal);
        Assert.Equal("card", fault.Field);
        _bench.Book.Revoke(first.Id);
        Assert.Equal(other.Subject, _bench.Book.Issue(other).Pass!.Subject);
    }

    [Fact]
    public void What_cannot_be_given_is_refused_with_its_field()
    {
        Assert.Equal("subject", _bench.Book.Issue(new PassRequest(Guid.NewGuid())).Fault!.Field);
        Assert.Equal("until", _bench.Book.Issue(new PassRequest(_bench.Holder.Id, Until: _bench.Now)).Fault!.Field);
        Assert.All(
            (string[])["", "1234567", "12\n45678", "卡号一二三四", new string('1', 65), new string('1', 10_000_000), _bench.Code(_bench.Issue())],
            card => Assert.Equal("card", _bench.Book.Issue(new PassRequest(_bench.Holder.Id, card)).Fault!.Field));
    }

    [Fact]
    public void Nobody_collects_passes_without_end()
    {
        for (var count = 0; count < PassBook.MostOfOne; count++)
        {
            _bench.Issue();
        }

        Assert.Equal("subject", _bench.Book.Issue(new PassRequest(_bench.Holder.Id)).Fault!.Field);
        _bench.Book.Revoke(_bench.Book.List()[0].Id);
        Assert.NotNull(_bench.Issue());
    }

    [Fact]
    public void Passes_that_ended_long_ago_and_those_of_people_who_are_gone_are_erased()
    {
        var ended = _bench.Issue(until: _bench.Now.AddHours(1));
        var stands = _bench.Issue("0012345678");
        var gone = _bench.People.Add("赵*");
        _bench.Book.Issue(new PassRequest(gone.Id, "99999999"));
        _bench.People.Forget(gone);
        _bench.Clock.Advance(TimeSpan.FromDays(31));

        Assert.Equal(2, _bench.Book.EraseBefore(_bench.Now - PassErasure.KeptFor));
        _bench.Open();
        Assert.Equal([stands], _bench.Book.List());
        Assert.Null(_bench.Book.Find(ended.Id));
        Assert.Null(_bench.Book.OfCard("99999999"));
    }

    [Fact]
    public void Nobody_s_passes_are_erased_while_the_registry_is_incomplete()
    {
        _bench.Issue("0012345678");
        _bench.People.Forget(_bench.Holder);
        _bench.People.IsComplete = false;

        Assert.Equal(0, _bench.Book.EraseBefore(_bench.Now - PassErasure.KeptFor));
    }

    [Fact]
    public void Pass_that_is_taken_back_while_the_disk_is_full_opens_nothing_at_once_and_is_written_with_the_next_erasure()
    {
        var pass = _bench.Issue("0012345678");
        using (_bench.FullDisk())
        {
            Assert.False(_bench.Book.Revoke(pass.Id)!.OnDisk);
            Assert.NotNull(_bench.Book.Find(pass.Id)!.Revoked);
            Assert.Null(_bench.Book.OfCard("0012345678"));
            Assert.False(_bench.Book.Revoke(pass.Id)!.OnDisk);
        }

        _bench.Book.EraseBefore(_bench.Now - PassErasure.KeptFor);
        _bench.Open();
        Assert.NotNull(_bench.Book.Find(pass.Id)!.Revoked);
        Assert.Null(_bench.Book.OfCard("0012345678"));
    }

    [Fact]
    public void Card_that_was_taken_back_while_the_disk_was_full_can_be_given_to_another_when_it_is_not()
    {
        var pass = _bench.Issue("0012345678");
        var other = new PassRequest(_bench.People.Add("李*").Id, "0012345678");
        using (_bench.FullDisk())
        {
            _bench.Book.Revoke(pass.Id);
            Assert.Throws<SqliteException>(() => _bench.Book.Issue(other));
            Assert.Null(_bench.Book.OfCard("0012345678"));
            Assert.Empty(_bench.Book.List(other.Subject));
        }

        Assert.Equal(other.Subject, _bench.Book.Issue(other).Pass!.Subject);
        Assert.True(_bench.Book.Revoke(pass.Id)!.OnDisk);
    }

    [Fact(Timeout = 60_000)]
    public async Task Gates_do_not_wait_while_a_change_waits_for_the_disk()
    {
        var (lost, other) = (_bench.Issue("0012345678"), _bench.Issue("87654321"));
        using var busy = _bench.Connect();
        busy.Execute("BEGIN IMMEDIATE");

        var revoked = Task.Run(() => _bench.Book.Revoke(lost.Id), TestContext.Current.CancellationToken);
        while (_bench.Book.Find(lost.Id)!.Revoked is null)
        {
            Assert.False(revoked.IsFaulted);
            await Task.Yield();
        }

        Assert.Equal(other, _bench.Book.OfCard("87654321"));
        Assert.Equal(2, _bench.Book.List().Count);
        Assert.False(revoked.IsCompleted);
        busy.Execute("ROLLBACK");
        Assert.True((await revoked)!.OnDisk);
    }

    public void Dispose() => _bench.Dispose();
}
