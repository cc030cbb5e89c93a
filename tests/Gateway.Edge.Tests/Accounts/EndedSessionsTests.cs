using System.Security.Claims;
using EdgeGateway.Testing;
using Gateway.Edge.Accounts;
using Gateway.Edge.Accounts.Sessions;

namespace Gateway.Edge.Tests.Accounts;

public sealed class EndedSessionsTests
{
    private static readonly AccountStanding s_account = AccountStanding.Of(new Account { UserName = "guard", Person = "guard", SecurityStamp = "stamp" });

    private readonly FakeTimeProvider _time = new();
    private readonly EndedSessions _sessions;

    public EndedSessionsTests() => _sessions = new EndedSessions(_time);

    private DateTimeOffset RunsOut => _time.GetUtcNow() + SessionClaims.Lasts;

    [Fact]
    public void What_is_open_ends_with_its_session_alone()
    {
        var (one, other) = (SessionClaims.Begin(s_account), SessionClaims.Begin(s_account));
        using var open = _sessions.Open(one);
        using var elsewhere = _sessions.Open(other);

        _sessions.End(one, RunsOut);

        Assert.True(open.Token.IsCancellationRequested);
        Assert.False(elsewhere.Token.IsCancellationRequested);
        Assert.True(_sessions.IsEnded(one, RunsOut));
        Assert.False(_sessions.IsEnded(other, RunsOut));
        using var late = _sessions.Open(one);
        Assert.True(late.Token.IsCancellationRequested);
    }

    [Fact]
    public void Flood_of_sign_outs_makes_no_ended_session_good_again()
    {
        var (first, firstRunsOut) = (SessionClaims.Begin(s_account), RunsOut);
        _sessions.End(first, firstRunsOut);
        _time.Advance(TimeSpan.FromMinutes(1));
        for (var number = 0; number < EndedSessions.Most; number++)
        {
            _sessions.End(SessionClaims.Begin(s_account), RunsOut);
        }

        Assert.True(_sessions.IsEnded(first, firstRunsOut));
        Assert.False(_sessions.IsEnded(SessionClaims.Begin(s_account), RunsOut));
    }

    [Fact]
    public void Sessions_that_have_run_out_make_room()
    {
        for (var number = 0; number < EndedSessions.Most; number++)
        {
            _sessions.End(SessionClaims.Begin(s_account), RunsOut);
        }

        _time.Advance(SessionClaims.Lasts);
        var last = SessionClaims.Begin(s_account);
        _sessions.End(last, RunsOut);

        Assert.True(_sessions.IsEnded(last, RunsOut));
        Assert.False(_sessions.IsEnded(SessionClaims.Begin(s_account), RunsOut));
        Assert.False(_sessions.IsEnded(new ClaimsPrincipal(), RunsOut));
    }
}
