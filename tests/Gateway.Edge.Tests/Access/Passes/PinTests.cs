using Gateway.Drivers.FaceGates.Readers;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Storage;

namespace Gateway.Edge.Tests.Access.Passes;

public sealed class PinTests : IDisposable
{
    private readonly PassBench _bench = new();

    [Fact]
    public void Pin_is_its_holders_also_after_a_restart_and_lies_on_no_disk()
    {
        var (pass, pin) = Issue();
        Assert.Equal((PassKind.Pin, null, _bench.Holder.Id), (pass.Kind, pass.Hint, pass.Subject));
        Assert.Equal(pass, Read(pin).Pass);

        _bench.Open();

        Assert.Equal(pass, Read(pin).Pass);
        Assert.Equal(pass, Read(pin, CredentialKind.CardOrPin).Pass);
        using var connection = _bench.Connect();
        var mark = connection.Scalar<byte[]>("SELECT mark FROM pass")!;
        Assert.Equal(32, mark.Length);
        Assert.NotEqual(_bench.Secrets.MarkOf(pin), mark);
        Assert.NotEqual(new PassSecrets([.. Enumerable.Repeat((byte)1, 32)]).MarkOfPin(pin), mark);
    }

    [Fact]
    public void Whatever_does_not_open_is_answered_alike()
    {
        var (revoked, taken) = Issue();
        _bench.Book.Revoke(revoked.Id);
        var (_, ended) = Issue(_bench.Now.AddMinutes(1));
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        var unused = Enumerable.Range(0, 1_000_000).Select(number => number.ToString("D6", System.Globalization.CultureInfo.InvariantCulture)).First(text => text != taken && text != ended);

        var answers = ((string[])[taken, ended, unused, "12345", "1234567890", "abcdef", "١٢٣٤٥٦", ""]).Select(text => Read(text)).ToList();

        Assert.All(answers, answer => Assert.Null(answer.Pass));
        Assert.All(answers, answer => Assert.Equal(answers[0].Refusal, answer.Refusal));
        Assert.Equal(RefusalCause.PinWrong, answers[0].Refusal!.Cause);
    }

    [Fact]
    public void New_pin_takes_the_place_of_the_one_before()
    {
        var (first, old) = Issue();
        var (second, pin) = Issue();

        Assert.NotEqual(old, pin);
        Assert.Null(Read(old).Pass);
        Assert.Equal(second, Read(pin).Pass);
        Assert.NotNull(_bench.Book.Find(first.Id)!.Revoked);
        foreach (var _ in Enumerable.Range(0, PassBook.MostOfOne + 5))
        {
            Issue();
        }

        Assert.Single(_bench.Book.List(), pass => pass.StandsAt(_bench.Now));
    }

    [Fact]
    public void No_two_people_share_one_and_guessing_finds_somebodys_once_in_ten_thousand_times_at_most()
    {
        var pins = new HashSet<string>(StringComparer.Ordinal);
        for (var holder = 0; holder < 150; holder++)
        {
            var person = _bench.People.Add("李*");
            var (pass, pin, fault) = _bench.Book.IssuePin(new PassRequest(person.Id, Pin: true));
            Assert.Null(fault);
            Assert.True(pins.Add(pin!));
            Assert.Equal(person.Id, Read(pin!).Pass!.Subject);
            Assert.Equal(PassKind.Pin, pass!.Kind);
        }

        Assert.Equal([6, 7], pins.Select(pin => pin.Length).Distinct().Order());
        foreach (var holders in (int[])[0, 1, 99, 100, 999, 1000, 9_999, 50_000])
        {
            Assert.InRange((holders + 1) / Math.Pow(10, PinNumber.DigitsFor(holders)), 0, 0.0001);
        }

        Assert.Equal(6, PinNumber.DigitsFor(99));
        Assert.Equal(PinNumber.Most, PinNumber.DigitsFor(10_000_000));
    }

    [Fact]
    public void Digits_are_all_alike_likely()
    {
        var counts = new int[10];
        for (var number = 0; number < 20_000; number++)
        {
            foreach (var digit in PinNumber.Make(6))
            {
                counts[digit - '0']++;
            }
        }

        Assert.All(counts, count => Assert.InRange(count, 11_000, 13_000));
    }

    [Fact]
    public void Reader_of_both_takes_cards_that_look_like_pins_and_a_keypad_takes_no_card()
    {
        var card = _bench.Issue("12345678");
        var (pass, pin) = Issue();

        Assert.Equal(card, Read("12345678", CredentialKind.CardOrPin).Pass);
        Assert.Equal(pass, Read(pin, CredentialKind.CardOrPin).Pass);
        Assert.Equal(RefusalCause.PinWrong, Read("12345678").Refusal!.Cause);
        Assert.Equal(RefusalCause.CardUnknown, Read(pin, CredentialKind.Card).Refusal!.Cause);
        Assert.Equal(RefusalCause.CardUnknown, Read("0012345678", CredentialKind.CardOrPin).Refusal!.Cause);
    }

    [Fact]
    public void Nobody_unknown_and_nothing_together_with_a_card_is_given()
    {
        Assert.Equal("subject", _bench.Book.IssuePin(new PassRequest(Guid.NewGuid(), Pin: true)).Fault!.Field);
        Assert.Equal(PassFault.CardAndPin, _bench.Book.IssuePin(new PassRequest(_bench.Holder.Id, "0012345678", Pin: true)).Fault);
        Assert.Equal(PassFault.EndsBefore, _bench.Book.IssuePin(new PassRequest(_bench.Holder.Id, Until: _bench.Now, Pin: true)).Fault);
        Assert.Empty(_bench.Book.List());
    }

    [Fact]
    public void Full_disk_gives_none_and_leaves_the_one_before()
    {
        var (pass, pin) = Issue();
        using (_bench.FullDisk())
        {
            Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => Issue());
        }

        Assert.Equal(pass, Read(pin).Pass);
    }

    public void Dispose() => _bench.Dispose();

    private (Pass Pass, string Pin) Issue(DateTimeOffset? until = null)
    {
        var (pass, pin, fault) = _bench.Book.IssuePin(new PassRequest(_bench.Holder.Id, Until: until, Pin: true));
        Assert.Null(fault);
        return (pass!, pin!);
    }

    private PassReading Read(string text, CredentialKind kind = CredentialKind.Pin) => _bench.Check.Read(kind, text, _bench.Now);
}
