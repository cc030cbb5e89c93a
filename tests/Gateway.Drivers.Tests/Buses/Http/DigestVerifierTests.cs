using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Http;

namespace Gateway.Drivers.Tests.Buses.Http;

public sealed class DigestVerifierTests
{
    private static readonly DeviceLogin Login = new("terminal", "secret");
    private readonly FakeTimeProvider _clock = new();
    private readonly DigestVerifier _verifier;

    public DigestVerifierTests() => _verifier = new DigestVerifier(Login, "gate", _clock);

    [Fact]
    public void Answer_is_right_once_and_a_copy_of_it_is_stale()
    {
        var session = Session(Login);
        var answer = session.Answer("POST", "/p").ToString();
        Assert.Equal(DigestVerifier.Verdict.Right, _verifier.Check(answer, "POST", "/p"));
        Assert.Equal(DigestVerifier.Verdict.Stale, _verifier.Check(answer, "POST", "/p"));
        Assert.Equal(DigestVerifier.Verdict.Right, _verifier.Check(session.Answer("POST", "/p").ToString(), "POST", "/p"));
    }

    [Fact]
    public void Answer_for_another_path_method_or_password_is_wrong()
    {
        Assert.Equal(DigestVerifier.Verdict.Wrong, _verifier.Check(Session(Login).Answer("POST", "/p").ToString(), "POST", "/q"));
        Assert.Equal(DigestVerifier.Verdict.Wrong, _verifier.Check(Session(Login).Answer("POST", "/p").ToString(), "PUT", "/p"));
        Assert.Equal(DigestVerifier.Verdict.Wrong, _verifier.Check(Session(Login with { Password = "other" }).Answer("POST", "/p").ToString(), "POST", "/p"));
        Assert.Equal(DigestVerifier.Verdict.Wrong, _verifier.Check(Session(Login with { User = "other" }).Answer("POST", "/p").ToString(), "POST", "/p"));
        Assert.Equal(DigestVerifier.Verdict.Wrong, _verifier.Check("Basic eDp5", "POST", "/p"));
        Assert.Equal(DigestVerifier.Verdict.Wrong, _verifier.Check("Digest nonsense", "POST", "/p"));
        Assert.Equal(DigestVerifier.Verdict.Absent, _verifier.Check(null, "POST", "/p"));
    }

    [Fact]
    public void Whole_address_counts_as_its_path() =>
        Assert.Equal(DigestVerifier.Verdict.Right, _verifier.Check(Session(Login).Answer("POST", "http://gateway:8085/p?a=1").ToString(), "POST", "/p?a=1"));

    [Fact]
    public void Old_and_forgotten_nonces_are_stale()
    {
        var old = Session(Login);
        _clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(DigestVerifier.Verdict.Stale, _verifier.Check(old.Answer("POST", "/p").ToString(), "POST", "/p"));
        var forgotten = Session(Login);
        _clock.Advance(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 100; i++)
        {
            Session(Login);
        }

        Assert.Equal(DigestVerifier.Verdict.Stale, _verifier.Check(forgotten.Answer("POST", "/p").ToString(), "POST", "/p"));
    }

    [Fact]
    public void Both_algorithms_are_offered_and_answered()
    {
        Assert.Equal(["MD5", "SHA-256"], _verifier.Challenge(stale: false).Select(one => DigestFields.Parse(one["Digest ".Length..])!["algorithm"]));
        foreach (var algorithm in new[] { DigestAlgorithm.Md5, DigestAlgorithm.Sha256 })
        {
            Assert.Equal(DigestVerifier.Verdict.Right, _verifier.Check(Session(Login, algorithm).Answer("POST", "/p").ToString(), "POST", "/p"));
        }
    }

    private DigestSession Session(DeviceLogin login, DigestAlgorithm algorithm = DigestAlgorithm.Sha256)
    {
        var fields = DigestFields.Parse(_verifier.Challenge(stale: false)[0]["Digest ".Length..])!;
        return new DigestSession(login, new DigestChallenge(algorithm, fields["realm"], fields["nonce"], null, Stale: false));
    }
}
