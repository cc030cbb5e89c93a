using System.Text.RegularExpressions;

namespace Gateway.Drivers.Buses.Video;

/// <summary>Keeps the last lines of a child's error output, bounded, with passwords masked. Safe for several threads.</summary>
internal sealed partial class ErrorTail
{
    private const int MaxLines = 8;
    private const int MaxLength = 300;
    private readonly Lock _gate = new();
    private readonly Queue<string> _lines = new();
    private readonly string[] _secrets;

    public ErrorTail(CameraCredentials? credentials) => _secrets = credentials is { Password.Length: > 0 }
        ? [credentials.Password, Uri.EscapeDataString(credentials.Password)]
        : [];

    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        var masked = Mask(line.Trim());
        lock (_gate)
        {
            _lines.Enqueue(masked.Length > MaxLength ? masked[..MaxLength] : masked);
            if (_lines.Count > MaxLines)
            {
                _lines.Dequeue();
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        lock (_gate)
        {
            return string.Join('\n', _lines);
        }
    }

    private string Mask(string line)
    {
        foreach (var secret in _secrets)
        {
            line = line.Replace(secret, "***", StringComparison.Ordinal);
        }

        return UserInfo().Replace(line, "://***@");
    }

    [GeneratedRegex("://[^/@\\s]+@", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UserInfo();
}
