using System.Collections.Concurrent;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Drivers.FaceGates.Readers;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Alerts.Grants;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Passages;

/// <summary>
/// Cards and codes held to the gates' readers, and PINs typed there: whose, decision, door, journal. Beside the camera's loop, so that a gate whose camera is away, or that
/// is looking at somebody else, opens all the same. One reading of a gate at a time; one gate never waits for another.
/// </summary>
internal sealed class CredentialDesk(
    PassCheck passes,
    ReaderGuard guard,
    IPeople people,
    GrantScenes scenes,
    WorkerWatch workers,
    IDeviceDirectory devices,
    PassageRecorder recorder,
    GateBoard board,
    IOptions<AccessOptions> options,
    TimeProvider time,
    ILogger<CredentialDesk> logger)
    : IObservationListener
{
    /// <summary>Whoever held a card to a reader longer ago may have gone: a door that opens now opens for anybody.</summary>
    internal static readonly TimeSpan Oldest = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<DeviceId, bool> _busy = new();

    /// <inheritdoc/>
    public void Seen(Observation observation)
    {
        // A gate opens within its relay's time limit; what is held to its reader meanwhile is held there again.
        if (observation is CredentialRead read && _busy.TryAdd(read.Device, true))
        {
            _ = Task.Run(() => WorkAsync(read));
        }
    }

    /// <summary>Answers one reading: decides, drives the door, hands over the record, shows the answer.</summary>
    internal async Task AnswerAsync(CredentialRead read)
    {
        if (devices.Of<IFaceGate>().FirstOrDefault(gate => gate.Id == read.Device) is not { } gate)
        {
            return;
        }

        // Of either sign: a clock that was set meanwhile says nothing of how long ago it was.
        if ((time.GetUtcNow() - read.At).Duration() > Oldest)
        {
            PassagesLog.CredentialStale(logger, read.Device, time.GetUtcNow() - read.At);
            return;
        }

        var typed = read.Kind == CredentialKind.Pin || (read.Kind == CredentialKind.CardOrPin && PinNumber.Looks(read.Text));
        if (guard.Waits(gate.Id, typed))
        {
            // Not looked at, so that it tells nothing, and not on record each time: that somebody guesses is.
            _ = ShowAsync(gate, new PassageDecision.Refused(RefusalCause.TooManyTried, PassageWords.OfPass(RefusalCause.TooManyTried)));
            return;
        }

        var reading = passes.Read(read.Kind, read.Text, time.GetUtcNow());
        var isPin = reading.Pass?.Kind == PassKind.Pin || reading.Refusal?.Cause == RefusalCause.PinWrong;
        var method = isPin ? "pin" : read.Kind == CredentialKind.Qr ? "qr" : "card";
        var decision = reading.Pass is { } pass ? PassageRules.Decide(ClaimOf(pass, method, read.At), people, scenes.Of(gate.Id.Value)) : reading.Refusal!;
        if (reading.Pass is null || (isPin && !decision.Opens))
        {
            // Beside the answer, which waits for no disk.
            _ = guard.RefusedAsync(gate, typed);
        }
        else if (!typed)
        {
            guard.Good(gate.Id);
        }

        // Somebody's PIN that does not open now is answered like nobody's; the record says what it was.
        var said = isPin && !decision.Opens ? new PassageDecision.Refused(RefusalCause.PinWrong, PassageWords.OfPass(RefusalCause.PinWrong)) : null;
        if (decision.Opens && !await TryOpenAsync(gate, reading))
        {
            decision = new PassageDecision.Refused(RefusalCause.GateFault, PassageWords.GateFault);
        }

        workers.Answered(gate.Id.Value, gate.Name.Localized(), decision, read.At);
        var waited = time.GetUtcNow() - read.At;
        recorder.Enqueue(new Passage(DataOf(gate, decision, method, waited.TotalMilliseconds), Sighting: null) { Released = decision.Opens ? waited : null });
        _ = ShowAsync(gate, said ?? decision);
    }

    private async Task WorkAsync(CredentialRead read)
    {
        try
        {
            await AnswerAsync(read);
        }
#pragma warning disable CA1031 // Supervision boundary: whatever one card does must not end the reading of all others.
        catch (Exception error)
#pragma warning restore CA1031
        {
            PassagesLog.CredentialFailed(logger, read.Device, error);
        }
        finally
        {
            _busy.TryRemove(read.Device, out _);
        }
    }

    private async Task<bool> TryOpenAsync(IFaceGate gate, PassReading reading)
    {
        var answer = await GateDoor.TryOpenAsync(gate, options.Value.RelayTimeout, time, logger, CancellationToken.None);
        if (answer == DoorAnswer.Failed)
        {
            // Not when it was silent: a relay that answers late may have opened the door all the same.
            passes.GiveBack(reading);
        }

        return answer == DoorAnswer.Opened;
    }

    private async Task ShowAsync(IFaceGate gate, PassageDecision decision)
    {
        var answer = new GateView(gate.Id, gate.Name.Localized(), decision.Opens ? GatePhase.Open : GatePhase.Refused, decision);
        board.Answer(answer);
        await Task.Delay(decision.Opens ? options.Value.WelcomeFor : options.Value.RefusalFor, time, CancellationToken.None);
        board.EndAnswer(answer);
    }

    private static IdentityClaim ClaimOf(Pass pass, string method, DateTimeOffset at) =>
        new(method, ClaimKind.Recognised, pass.Subject, Score: null, Visit: 0, Hint: null, at);

    private static PassageData DataOf(IFaceGate gate, PassageDecision decision, string method, double waited) => new(
        gate.Id.Value,
        gate.Name.Localized(),
        decision.Outcome,
        decision.Reason,
        method,
        decision.Person?.Id.ToString(),
        decision.Person?.MaskedName,
        Score: null,
        Math.Round(Math.Max(0, waited), 1),
        decision.Grant?.Tag,
        decision.Grant?.Id.ToString());
}
