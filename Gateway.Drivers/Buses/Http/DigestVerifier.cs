using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gateway.Drivers.Buses.Http;

/// <summary>Asks one sender for its log-in by HTTP Digest and checks it; no answer is taken twice. Safe for several threads.</summary>
internal sealed class DigestVerifier(DeviceLogin login, string realm, TimeProvider clock)
{
    /// <summary>Challenges outstanding; the oldest is forgotten, and its owner is challenged again.</summary>
    private const int Most = 64;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private readonly Lock _gate = new(); // guards _nonces
    private readonly Dictionary<string, Issued> _nonces = new(StringComparer.Ordinal);

    /// <summary>What is wrong with a request's <c>Authorization</c> header.</summary>
    public enum Verdict
    {
        /// <summary>User and password are right and the answer is new.</summary>
        Right,

        /// <summary>The answer belongs to a nonce that is too old, unknown or used: ask again.</summary>
        Stale,

        /// <summary>No answer yet: ask.</summary>
        Absent,

        /// <summary>Wrong user or password, another path, or no digest at all.</summary>
        Wrong,
    }

    /// <summary>
    /// Values of <c>WWW-Authenticate</c>. MD5 comes first: many devices and libraries speak nothing else and look at the first challenge alone,
    /// and what is sent reveals the password no sooner for it. A client that prefers SHA-256 finds it.
    /// </summary>
    public IReadOnlyList<string> Challenge(bool stale)
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        lock (_gate)
        {
            if (_nonces.Count >= Most)
            {
                _nonces.Remove(_nonces.MinBy(entry => entry.Value.At).Key);
            }

            _nonces[nonce] = new Issued(clock.GetTimestamp());
        }

        return [.. new[] { DigestAlgorithm.Md5, DigestAlgorithm.Sha256 }.Select(algorithm =>
            $"Digest realm={DigestFields.Quoted(realm)}, nonce=\"{nonce}\", qop=\"auth\", algorithm={DigestHash.NameOf(algorithm)}, charset=UTF-8{(stale ? ", stale=true" : "")}")];
    }

    /// <summary>Judges the header of one request.</summary>
    public Verdict Check(string? authorization, string method, string target)
    {
        if (string.IsNullOrEmpty(authorization))
        {
            return Verdict.Absent;
        }

        if (!authorization.StartsWith("Digest ", StringComparison.OrdinalIgnoreCase) || DigestFields.Parse(authorization[7..]) is not { } fields
            || DigestHash.Named(fields.GetValueOrDefault("algorithm")) is not { } algorithm)
        {
            return Verdict.Wrong;
        }

        var (nonce, count, uri) = (fields.GetValueOrDefault("nonce") ?? "", fields.GetValueOrDefault("nc") ?? "", fields.GetValueOrDefault("uri") ?? "");
        var expected = DigestHash.Response(algorithm, login, realm, method, uri, nonce, count, fields.GetValueOrDefault("cnonce") ?? "");
        var right = Same(expected, fields.GetValueOrDefault("response") ?? "") & Same(login.User, fields.GetValueOrDefault("username") ?? "");
        if (!right || !IsTarget(uri, target) || fields.GetValueOrDefault("qop") != "auth" || fields.GetValueOrDefault("realm") != realm
            || !int.TryParse(count, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
        {
            return Verdict.Wrong;
        }

        lock (_gate)
        {
            return _nonces.TryGetValue(nonce, out var issued) && clock.GetElapsedTime(issued.At) < Lifetime && number > issued.Count
                ? Count(issued, number)
                : Verdict.Stale;
        }
    }

    private static Verdict Count(Issued issued, int number)
    {
        issued.Count = number;
        return Verdict.Right;
    }

    /// <summary>Some devices name the whole address instead of the path.</summary>
    private static bool IsTarget(string uri, string target) =>
        uri == target || (Uri.TryCreate(uri, UriKind.Absolute, out var whole) && (whole.Scheme is "http" or "https") && whole.PathAndQuery == target);

    private static bool Same(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));

    private sealed class Issued(long at)
    {
        public long At { get; } = at;

        public int Count { get; set; }
    }
}
