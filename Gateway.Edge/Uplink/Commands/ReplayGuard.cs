using System.Globalization;
using Gateway.Cloud.Contract.Storage;

namespace Gateway.Edge.Uplink.Commands;

/// <summary>
/// Lets each message pass once, also over a restart. It remembers nonces, and a floor: whatever was issued at or before the floor is an old
/// message. Memory stays bounded because forgetting a nonce raises the floor to the time of its issue, which no jump of the clock undoes. The
/// file keeps the latest issue that has passed: after a restart that is the floor. Where there is no readable file, the time of the start, and
/// what clocks may differ, takes its place. Used by one thread.
/// </summary>
internal sealed class ReplayGuard
{
    private const int MostNonces = 1000;

    private readonly string _path;
    private readonly ILogger _logger;
    private readonly Dictionary<string, DateTimeOffset> _nonces = new(StringComparer.Ordinal);
    private DateTimeOffset _floor;
    private DateTimeOffset _latest;

    /// <param name="path">File of the floor.</param>
    /// <param name="now">The time of the start.</param>
    /// <param name="skew">What the clocks of station and gateway may differ.</param>
    /// <param name="logger">Hears when the file cannot be used.</param>
    public ReplayGuard(string path, DateTimeOffset now, TimeSpan skew, ILogger logger)
    {
        (_path, _logger) = (path, logger);
        _floor = Read(path) ?? now + skew;
        _latest = _floor;
    }

    /// <summary>True when the message is new; it is remembered, on disk too, before this returns.</summary>
    /// <param name="nonce">Of the message.</param>
    /// <param name="issued">When it was issued: signed, and checked to be no later than the clock, give or take the skew.</param>
    public bool TryPass(string nonce, DateTimeOffset issued)
    {
        if (issued <= _floor || !_nonces.TryAdd(nonce, issued))
        {
            return false;
        }

        Forget();
        if (issued > _latest)
        {
            _latest = issued;
            Write();
        }

        return true;
    }

    // What is older than any message may live is refused by its expiry while the clock is right, and by the floor when it is not.
    private void Forget()
    {
        if (_nonces.Count <= MostNonces)
        {
            return;
        }

        foreach (var (nonce, issued) in _nonces.OrderBy(pair => pair.Value).Take(MostNonces / 2).ToList())
        {
            _nonces.Remove(nonce);
            _floor = issued > _floor ? issued : _floor;
        }
    }

    private void Write()
    {
        try
        {
            var temporary = _path + ".new";
            File.Delete(temporary);
            PrivateFiles.Replace(_path, temporary, System.Text.Encoding.ASCII.GetBytes(_latest.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            CommandLog.FloorNotKept(_logger, _path, error.Message);
        }
    }

    private static DateTimeOffset? Read(string path)
    {
        try
        {
            return long.TryParse(File.ReadAllText(path), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
                && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
                ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
