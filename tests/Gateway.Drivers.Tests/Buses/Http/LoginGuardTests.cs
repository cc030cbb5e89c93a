using System.Text;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Http;

namespace Gateway.Drivers.Tests.Buses.Http;

public sealed class LoginGuardTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly LoginGuard _guard;

    public LoginGuardTests() => _guard = new LoginGuard("terminal", _clock);

    [Fact]
    public void Second_refusal_pauses_and_after_the_pause_each_one_does()
    {
        _guard.Refused(locked: null, date: null);
        _guard.Check();
        _guard.Refused(locked: null, date: null);
        Assert.Throws<LoginRefusedException>(_guard.Check);
        _clock.Advance(TimeSpan.FromMinutes(35));
        _guard.Check();
        _guard.Refused(locked: null, date: null);
        Assert.True(_guard.Paused);
        _clock.Advance(TimeSpan.FromMinutes(35));
        _guard.Accepted();
        _guard.Refused(locked: null, date: null);
        Assert.False(_guard.Paused);
    }

    [Fact]
    public void Device_whose_clock_is_off_is_told_apart_from_a_wrong_password()
    {
        var wrong = _guard.Refused(locked: null, _clock.GetUtcNow().AddMinutes(-4));
        Assert.Contains("secrets file", wrong.Message, StringComparison.Ordinal);
        var drifted = _guard.Refused(locked: null, _clock.GetUtcNow().AddHours(-8));
        Assert.Contains("off by 480 min", drifted.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<lockStatus>lock</lockStatus><unlockTime>90</unlockTime>", 90)]
    [InlineData("{\"lockStatus\":\"lock\",\"unlockTime\":\"120\"}", 120)]
    [InlineData("<lockStatus>lock</lockStatus>", 0)]
    [InlineData("<lockStatus>lock</lockStatus><unlockTime>999999</unlockTime>", 86_400)]
    public void Lock_is_read_with_its_time(string body, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), LockNotice.Read(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("")]
    [InlineData("<lockStatus>unlock</lockStatus><unlockTime>90</unlockTime>")]
    [InlineData("<html>locked out of ideas</html>")]
    public void What_is_no_lock_is_none(string body) => Assert.Null(LockNotice.Read(Encoding.UTF8.GetBytes(body)));
}
