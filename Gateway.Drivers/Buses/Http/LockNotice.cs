using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gateway.Drivers.Buses.Http;

/// <summary>
/// What a refusal says of the account, in the form of the common face terminals: <c>lockStatus</c> <c>lock</c> and <c>unlockTime</c> in seconds,
/// as XML or JSON. Pure.
/// </summary>
internal static partial class LockNotice
{
    private const int Longest = 4096;
    private static readonly TimeSpan MostCredible = TimeSpan.FromHours(24);

    /// <summary>For how long the account is locked; null where the refusal does not say that it is.</summary>
    public static TimeSpan? Read(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body.Length > Longest ? body[..Longest] : body);
        if (!LockedWord().IsMatch(text))
        {
            return null;
        }

        var seconds = UnlockTime().Match(text) is { Success: true } match
            && int.TryParse(match.Groups["seconds"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var locked = TimeSpan.FromSeconds(seconds);
        return locked > MostCredible ? MostCredible : locked;
    }

    [GeneratedRegex("lockStatus[>\":\\s]+lock\\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex LockedWord();

    [GeneratedRegex("unlockTime[>\":\\s]+(?<seconds>[0-9]{1,6})", RegexOptions.CultureInvariant, 100)]
    private static partial Regex UnlockTime();
}
