using Gateway.Edge.Perception.Models;

namespace Gateway.Edge.Console.Status;

/// <summary>
/// Which models the gates lack. Looking means hashing whole files, so an answer is kept: for good once all are there, for a minute
/// while one is missing. Safe for use by several threads.
/// </summary>
internal sealed class ModelHealth(ModelStore store, TimeProvider time)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();

    // Both guarded by _gate.
    private IReadOnlyList<string>? _unusable;
    private long _looked;

    /// <summary>Names of the models that are missing or altered; empty when faces can be recognised.</summary>
    public IReadOnlyList<string> Unusable()
    {
        lock (_gate)
        {
            if (_unusable is null || (_unusable.Count > 0 && time.GetElapsedTime(_looked) > LookAgain))
            {
                _unusable = [.. store.CheckAll().Where(check => check.Problem is not null).Select(check => check.Model.Name)];
                _looked = time.GetTimestamp();
            }

            return _unusable;
        }
    }
}
