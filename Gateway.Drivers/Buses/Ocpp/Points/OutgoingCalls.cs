using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Drivers.Buses.Ocpp.Wire;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Ocpp.Points;

/// <summary>
/// Our calls over one connection: one at a time, as the protocol wants it, the rest in a bounded queue in which a cut-off overtakes. Safe
/// for several threads.
/// </summary>
internal sealed class OutgoingCalls(string chargePoint, OcppSocket socket, TimeProvider clock)
{
    /// <summary>Calls that may wait for their turn.</summary>
    public const int MostWaiting = 8;

    /// <summary>How long a charger may take to answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private const int WordsOfError = 120;

    private readonly Lock _gate = new();
    private readonly LinkedList<TaskCompletionSource> _urgent = new(); // guarded by _gate
    private readonly LinkedList<TaskCompletionSource> _waiting = new(); // guarded by _gate
    private bool _busy; // guarded by _gate
    private bool _ended; // guarded by _gate
    private string? _id; // guarded by _gate: the call that is out
    private TaskCompletionSource<JsonElement>? _answer; // guarded by _gate

    /// <summary>Sends a call and returns the payload of its result.</summary>
    /// <param name="action">Its name.</param>
    /// <param name="payload">Its payload.</param>
    /// <param name="urgent">Goes before what waits.</param>
    /// <param name="cancellationToken">Ends the waiting; a call that is out keeps its turn until it is answered or timed out.</param>
    /// <exception cref="DeviceFaultException">Cut off, an error as answer, no answer, or too many calls waiting.</exception>
    public async Task<JsonElement> CallAsync(string action, JsonObject payload, bool urgent, CancellationToken cancellationToken)
    {
        await EnterAsync(action, urgent, cancellationToken);
        return await ExchangeAsync(action, payload).WaitAsync(cancellationToken);
    }

    /// <summary>An answer has come; false where nobody waits for it.</summary>
    public bool Take(OcppFrame frame)
    {
        lock (_gate)
        {
            if (_answer is null || !string.Equals(_id, frame.Id, StringComparison.Ordinal))
            {
                return false;
            }

            return frame switch
            {
                OcppFrame.Result result => _answer.TrySetResult(result.Payload.ValueKind == JsonValueKind.Undefined ? default : result.Payload.Clone()),
                OcppFrame.Error error => _answer.TrySetException(new DeviceFaultException(
                    $"The charger {chargePoint} answered with the error {Printable.From(error.Code, WordsOfError)}: {Printable.From(error.Description, WordsOfError)}")),
                _ => false,
            };
        }
    }

    /// <summary>The connection has ended: so have all calls.</summary>
    public void End()
    {
        lock (_gate)
        {
            _ended = true;
            _answer?.TrySetException(Gone());
            foreach (var waiting in _urgent.Concat(_waiting))
            {
                waiting.TrySetException(Gone());
            }

            _urgent.Clear();
            _waiting.Clear();
        }
    }

    private DeviceFaultException Gone() =>
        new($"The charger {chargePoint} was disconnected before it answered. Check its network; it dials in again by itself.");

    private async Task EnterAsync(string action, bool urgent, CancellationToken cancellationToken)
    {
        TaskCompletionSource turn;
        lock (_gate)
        {
            if (_ended)
            {
                throw Gone();
            }

            if (!_busy)
            {
                _busy = true;
                return;
            }

            // Of their own, so that a cut-off is not turned away for lack of room among questions.
            var queue = urgent ? _urgent : _waiting;
            if (queue.Count >= MostWaiting)
            {
                throw new DeviceFaultException(
                    $"The charger {chargePoint} has {queue.Count} commands waiting, so {action} was not sent. It answers too slowly: check its network.");
            }

            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            queue.AddLast(turn);
        }

        try
        {
            await turn.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Withdraw(turn);
            throw;
        }
    }

    private void Withdraw(TaskCompletionSource turn)
    {
        lock (_gate)
        {
            if (_urgent.Remove(turn) || _waiting.Remove(turn) || turn.Task.IsFaulted)
            {
                return;
            }
        }

        Leave(); // The turn came in the same moment.
    }

    private void Leave()
    {
        lock (_gate)
        {
            (_id, _answer) = (null, null);
            if ((_urgent.First ?? _waiting.First) is { } next)
            {
                next.List!.Remove(next);
                next.Value.TrySetResult();
            }
            else
            {
                _busy = false;
            }
        }
    }

    private async Task<JsonElement> ExchangeAsync(string action, JsonObject payload)
    {
        try
        {
            var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
            var id = Guid.NewGuid().ToString("N");
            lock (_gate)
            {
                if (_ended)
                {
                    throw Gone();
                }

                (_id, _answer) = (id, answer);
            }

            if (!await socket.SendAsync(OcppWriter.Call(id, action, payload)))
            {
                throw Gone();
            }

            return await answer.Task.WaitAsync(Patience, clock);
        }
        catch (TimeoutException error)
        {
            throw new DeviceFaultException(
                $"The charger {chargePoint} did not answer {action} within {Patience.TotalSeconds:0} s. If this goes on, restart the charger.", error);
        }
        finally
        {
            Leave();
        }
    }
}
