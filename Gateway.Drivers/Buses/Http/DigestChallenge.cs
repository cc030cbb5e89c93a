using System.Net.Http.Headers;

namespace Gateway.Drivers.Buses.Http;

/// <summary>What a server asks of whoever logs in.</summary>
/// <param name="Algorithm">The strongest hash that both sides speak.</param>
/// <param name="Realm">Realm of the password.</param>
/// <param name="Nonce">The server's number used once.</param>
/// <param name="Opaque">Handed back unchanged; null for none.</param>
/// <param name="Stale">The password was right and only the nonce too old.</param>
internal sealed record DigestChallenge(DigestAlgorithm Algorithm, string Realm, string Nonce, string? Opaque, bool Stale)
{
    /// <summary>The best of several challenges; null where none is a digest with qop=auth in an algorithm that is spoken here.</summary>
    public static DigestChallenge? Best(IEnumerable<AuthenticationHeaderValue> offered) => offered
        .Where(offer => offer.Scheme.Equals("Digest", StringComparison.OrdinalIgnoreCase))
        .Select(offer => Read(offer.Parameter))
        .OfType<DigestChallenge>()
        .MaxBy(challenge => challenge.Algorithm);

    private static DigestChallenge? Read(string? parameter)
    {
        if (DigestFields.Parse(parameter) is not { } fields
            || DigestHash.Named(fields.GetValueOrDefault("algorithm")) is not { } algorithm
            || fields.GetValueOrDefault("nonce") is not { Length: > 0 } nonce
            || fields.GetValueOrDefault("realm") is not { } realm
            || !(fields.GetValueOrDefault("qop") ?? "").Split([',', ' ']).Contains("auth", StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        var stale = string.Equals(fields.GetValueOrDefault("stale"), "true", StringComparison.OrdinalIgnoreCase);
        return new DigestChallenge(algorithm, realm, nonce, fields.GetValueOrDefault("opaque"), stale);
    }
}
