using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates.Terminals.Isapi;

namespace Gateway.Drivers.FaceGates.Terminals;

/// <summary>
/// Brings a terminal to hold the people whom it shall hold: compares them with what it has confirmed and sends the differences, removals
/// first. A person that it refuses does not keep the others waiting. <see cref="Want"/> may be called by any thread.
/// </summary>
internal sealed class TerminalSync(IsapiPeople terminal, TerminalState state, TimeProvider clock)
{
    private static readonly TimeSpan RetryRejected = TimeSpan.FromHours(1);
    private readonly Lock _gate = new(); // guards everything below it
    private Dictionary<string, TerminalPerson> _wanted = new(StringComparer.Ordinal);
    private Dictionary<string, Rejection> _rejected = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _known; // whether anybody has said yet whom the terminal shall hold

    /// <summary>How far the terminal is.</summary>
    public TerminalSyncStatus Status
    {
        get
        {
            var confirmed = state.People();
            lock (_gate)
            {
                var waiting = Differing(confirmed).Where(number => !_rejected.ContainsKey(number)).Order(StringComparer.Ordinal).ToList();
                return new TerminalSyncStatus(
                    _wanted.Count, waiting, _rejected.ToDictionary(entry => entry.Key, entry => entry.Value.Reason, StringComparer.Ordinal));
            }
        }
    }

    /// <summary>Says whom the terminal shall hold, all of them.</summary>
    /// <exception cref="ArgumentException">A number occurs twice.</exception>
    public void Want(IReadOnlyCollection<TerminalPerson> people)
    {
        var wanted = people.ToDictionary(person => person.Number, StringComparer.Ordinal);
        TaskCompletionSource changed;
        lock (_gate)
        {
            (_wanted, _known, changed) = (wanted, true, _changed);
            _rejected = _rejected.Where(entry => wanted.TryGetValue(entry.Key, out var person) && entry.Value.IsFor(person))
                .ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.TrySetResult();
    }

    /// <summary>Forgets confirmations of people whom the terminal does not hold any more: it was reset, exchanged, or edited by hand.</summary>
    public async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        var held = await terminal.ListAsync(cancellationToken);
        foreach (var number in state.People().Keys.Where(number => !held.Contains(number)))
        {
            state.Confirm(number, confirmed: null);
        }
    }

    /// <summary>Sends differences until cancelled, waiting while there are none.</summary>
    /// <exception cref="DeviceFaultException">The terminal cannot be worked with; what is left is sent by the next call.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                changed = _changed.Task;
            }

            await SendAsync(cancellationToken);
            state.Save();
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(changed, Task.Delay(RetryRejected, clock, over.Token));
            await over.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        while (Pending() is { Count: > 0 } pending)
        {
            Announce(pending);
            foreach (var number in pending)
            {
                await SendAsync(number, cancellationToken);
            }
        }
    }

    private async Task SendAsync(string number, CancellationToken cancellationToken)
    {
        TerminalPerson? person;
        lock (_gate)
        {
            person = _wanted.GetValueOrDefault(number);
        }

        var status = person is null ? await RemoveAsync(number, cancellationToken) : await PutAsync(person, cancellationToken);
        if (status.IsBusy)
        {
            throw new DeviceFaultException($"The terminal has no time to take people just now: {status.Words}.");
        }

        lock (_gate)
        {
            if (status.Ok)
            {
                _rejected.Remove(number);
            }
            else
            {
                _rejected[number] = new Rejection(person?.PersonMark, person?.FaceMark, status.Words, clock.GetTimestamp());
            }
        }
    }

    /// <summary>The differences that are not rejected for now; removals first, since they take a right away.</summary>
    private List<string> Pending()
    {
        var confirmed = state.People();
        lock (_gate)
        {
            return [.. Differing(confirmed)
                .Where(number => !_rejected.TryGetValue(number, out var rejected) || clock.GetElapsedTime(rejected.At) >= RetryRejected)
                .OrderBy(number => _wanted.ContainsKey(number))];
        }
    }

    /// <summary>Puts new people on record before they are sent: whether an answer comes or not, the terminal may hold them, and they must be removable.</summary>
    private void Announce(List<string> pending)
    {
        var confirmed = state.People();
        foreach (var number in pending.Where(number => !confirmed.ContainsKey(number)))
        {
            state.Confirm(number, new TerminalState.Confirmed("", Face: null));
        }

        state.Save();
    }

    private IEnumerable<string> Differing(IReadOnlyDictionary<string, TerminalState.Confirmed> confirmed) => !_known
        ? []
        : confirmed.Keys.Where(number => !_wanted.ContainsKey(number)).Concat(_wanted.Values
            .Where(person => confirmed.GetValueOrDefault(person.Number) is not { } held || held.Person != person.PersonMark || held.Face != person.FaceMark)
            .Select(person => person.Number));

    private async Task<IsapiStatus> RemoveAsync(string number, CancellationToken cancellationToken)
    {
        var status = await terminal.RemoveAsync(number, cancellationToken);
        if (status.Ok)
        {
            state.Confirm(number, confirmed: null);
        }

        return status;
    }

    private async Task<IsapiStatus> PutAsync(TerminalPerson person, CancellationToken cancellationToken)
    {
        var held = state.People().GetValueOrDefault(person.Number);
        if (held?.Person != person.PersonMark)
        {
            var status = await terminal.PutAsync(person, known: held is { Person.Length: > 0 }, cancellationToken);
            if (!status.Ok)
            {
                return status;
            }

            held = new TerminalState.Confirmed(person.PersonMark, held?.Face);
            state.Confirm(person.Number, held);
        }

        if (held.Face == person.FaceMark)
        {
            return new IsapiStatus(Ok: true, "", "");
        }

        var face = person.Face.IsEmpty ? await terminal.RemoveFaceAsync(person.Number, cancellationToken) : await terminal.PutFaceAsync(person, cancellationToken);
        if (face.Ok)
        {
            state.Confirm(person.Number, held with { Face = person.FaceMark });
        }

        return face;
    }

    private sealed record Rejection(string? Person, string? Face, string Reason, long At)
    {
        public bool IsFor(TerminalPerson person) => Person == person.PersonMark && Face == person.FaceMark;
    }
}
