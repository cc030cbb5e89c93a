using Microsoft.Extensions.Logging;

namespace EdgeGateway.Testing;

/// <summary>Keeps log lines and tells when one with certain words has come.</summary>
internal sealed class ListLogger<T> : ILogger<T>
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private readonly List<(string Words, TaskCompletionSource<string> Found)> _waiting = [];

    /// <summary>Every line so far.</summary>
    public string Text
    {
        get
        {
            lock (_gate)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    /// <summary>The first line that holds the words, past or future.</summary>
    public Task<string> FirstAsync(string words)
    {
        lock (_gate)
        {
            if (_lines.Find(line => line.Contains(words, StringComparison.Ordinal)) is { } line)
            {
                return Task.FromResult(line);
            }

            var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((words, found));
            return found.Task;
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = formatter(state, exception) + exception?.Message;
        lock (_gate)
        {
            _lines.Add(line);
            foreach (var (_, found) in _waiting.Where(waiting => line.Contains(waiting.Words, StringComparison.Ordinal)))
            {
                found.TrySetResult(line);
            }
        }
    }
}
