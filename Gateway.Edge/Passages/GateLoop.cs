using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.FaceGates;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Alerts.Grants;
using Gateway.Edge.Alerts.Strangers;
using Gateway.Edge.Perception.Faces;

namespace Gateway.Edge.Passages;

/// <summary>
/// One gate's thread through the product: frame, face, decision, door, journal. Runs on its own; what goes wrong here stays here.
/// </summary>
internal sealed class GateLoop(
    IFaceGate gate,
    IFaceWatcher watcher,
    PassageMachine machine,
    PassageRecorder recorder,
    WorkerWatch workers,
    GateBoard board,
    AccessOptions options,
    TimeProvider time,
    ILogger<GateLoop> logger)
{
    private readonly LocalizedText _name = gate.Name.Localized();

    /// <summary>Works the gate until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        board.Show(gate.Id, _name, GatePhase.Idle, null);
        while (!cancellationToken.IsCancellationRequested)
        {
            using var frame = await gate.Camera.ReadAsync(cancellationToken);
            foreach (var evidence in watcher.Look(frame.Image, frame.CapturedAt))
            {
                await WorkAsync(evidence, cancellationToken);
            }

            machine.Tick(frame.CapturedAt);
            board.Show(gate.Id, _name, machine.Phase, machine.Showing);
        }
    }

    /// <summary>Decides one settled face, drives the door and records both.</summary>
    internal async ValueTask WorkAsync(FaceEvidence evidence, CancellationToken cancellationToken)
    {
        if (evidence is { Verdict: FaceVerdict.Unknown, Again: true })
        {
            // Answered already: nothing is decided or shown, but whoever stays for long is told of.
            recorder.Enqueue(new Passage(Data: null, SightingOf(evidence)));
            return;
        }

        var (claim, decided) = (ClaimOf(evidence), time.GetTimestamp());
        if (machine.Answer(claim) is not { } decision)
        {
            return;
        }

        if (decision.Opens && !await TryOpenAsync(cancellationToken))
        {
            decision = machine.DoorFailed(claim);
        }

        board.Show(gate.Id, _name, machine.Phase, decision);
        workers.Answered(gate.Id.Value, _name, decision, claim.At);
        // As for a card: from the first that could be used of what the person showed until the door was released.
        var waited = TimeSpan.FromMilliseconds(evidence.DecisionMilliseconds) + time.GetElapsedTime(decided);
        recorder.Enqueue(PassageOf(evidence, decision) with { Released = decision.Opens ? waited : null });
    }

    private async ValueTask<bool> TryOpenAsync(CancellationToken cancellationToken) =>
        await GateDoor.TryOpenAsync(gate, options.RelayTimeout, time, logger, cancellationToken) == DoorAnswer.Opened;

    private Passage PassageOf(FaceEvidence evidence, PassageDecision decision) => new(
        new PassageData(
            gate.Id.Value,
            _name,
            decision.Outcome,
            decision.Reason,
            Method: "face",
            decision.Person?.Id.ToString(),
            decision.Person?.MaskedName,
            evidence.Subject is null ? null : Math.Round(evidence.Score, 3),
            Math.Round(evidence.DecisionMilliseconds, 1),
            decision.Grant?.Tag,
            decision.Grant?.Id.ToString()),
        decision is PassageDecision.UnknownPerson ? SightingOf(evidence) : null);

    private Sighting SightingOf(FaceEvidence evidence) =>
        new(gate.Id.Value, _name, evidence.Embedding, evidence.Portrait, evidence.PortraitQuality, evidence.DecidedAt);

    private static IdentityClaim ClaimOf(FaceEvidence evidence) => new(
        Method: "face",
        evidence.Verdict switch
        {
            FaceVerdict.Known => ClaimKind.Recognised,
            FaceVerdict.Unknown => ClaimKind.Unrecognised,
            FaceVerdict.NotLive => ClaimKind.Spoofed,
            _ => ClaimKind.Unclear,
        },
        evidence.Subject,
        evidence.Score,
        evidence.Track,
        evidence.Hint,
        evidence.DecidedAt);
}
