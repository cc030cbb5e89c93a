using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Gateway.Drivers.Buses.Http;

/// <summary>Answers under one nonce; every request counts it up, so that a log-in costs no round trip of its own. Safe for several threads.</summary>
internal sealed class DigestSession(DeviceLogin login, DigestChallenge challenge)
{
    private int _count;

    /// <summary>The nonce that answers are made for.</summary>
    public string Nonce => challenge.Nonce;

    /// <summary>The same log-in under the nonce that the server announced for the next request.</summary>
    public DigestSession Next(string nonce) => new(login, challenge with { Nonce = nonce });

    /// <summary>The header that proves the password for one request.</summary>
    public AuthenticationHeaderValue Answer(string method, string uri)
    {
        var count = Interlocked.Increment(ref _count).ToString("x8", CultureInfo.InvariantCulture);
        var own = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var response = DigestHash.Response(challenge.Algorithm, login, challenge.Realm, method, uri, challenge.Nonce, count, own);
        var opaque = challenge.Opaque is null ? "" : $", opaque={DigestFields.Quoted(challenge.Opaque)}";
        return new AuthenticationHeaderValue(
            "Digest",
            $"username={DigestFields.Quoted(login.User)}, realm={DigestFields.Quoted(challenge.Realm)}, nonce={DigestFields.Quoted(challenge.Nonce)}, "
            + $"uri={DigestFields.Quoted(uri)}, algorithm={DigestHash.NameOf(challenge.Algorithm)}, qop=auth, nc={count}, cnonce=\"{own}\", "
            + $"response=\"{response}\"{opaque}");
    }
}
