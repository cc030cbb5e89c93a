using System.Runtime.CompilerServices;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates.Terminals;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Alerts.Grants;

namespace Gateway.Edge.Passages;

/// <summary>
/// Answers face terminals that ask whether to open, by the same rules as every gate, and records each answer once it is known whether it
/// has reached the terminal. A person's number at a terminal is the subject's id without hyphens. Safe for several threads.
/// </summary>
internal sealed class TerminalDesk(IDeviceDirectory devices, IPeople people, GrantScenes scenes, WorkerWatch workers, PassageRecorder recorder, TimeProvider time)
    : BackgroundService, IRemoteCheck
{
    private readonly TerminalAnswers _answers = new();

    // A question that nobody tells the end of is forgotten with it.
    private readonly ConditionalWeakTable<TerminalEvent, Decided> _underWay = [];

    /// <summary>Whether a terminal's event only repeats what this desk has answered and records.</summary>
    public bool HasAnswered(TerminalEvent told) => _answers.Repeats(told);

    /// <summary>The subject behind a terminal's number; null where it is none of ours.</summary>
    public static Guid? SubjectOf(string? number) => Guid.TryParseExact(number, "N", out var subject) ? subject : null;

    /// <inheritdoc/>
    public ValueTask<bool> DecideAsync(TerminalEvent request, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var now = time.GetUtcNow();
        var claim = new IdentityClaim("face", ClaimKind.Recognised, SubjectOf(request.Number), Score: null, request.Serial, Hint: null, now);
        var decision = PassageRules.Decide(claim, people, scenes.Of(request.Device.Value));
        var answer = new TerminalAnswer(request.Number, now, decision.Opens);
        _answers.Add(request.Device, answer);
        var data = new PassageData(
            request.Device.Value,
            devices.Of<ITerminalGate>().FirstOrDefault(gate => gate.Id == request.Device)?.Name.Localized() ?? new(request.Device.Value, request.Device.Value),
            decision.Outcome,
            decision.Reason,
            claim.Method,
            decision.Person?.Id.ToString(),
            decision.Person?.MaskedName,
            Score: null,
            Math.Round(time.GetElapsedTime(began).TotalMilliseconds, 1),
            decision.Grant?.Tag,
            decision.Grant?.Id.ToString());
        _underWay.AddOrUpdate(request, new Decided(answer, data, decision, now));
        return ValueTask.FromResult(decision.Opens);
    }

    /// <inheritdoc/>
    public void Answered(TerminalEvent request, bool opened)
    {
        if (!_underWay.TryGetValue(request, out var decided))
        {
            return;
        }

        _underWay.Remove(request);
        var (answer, data, decision, at) = decided;
        if (!decision.Opens || opened)
        {
            workers.Answered(data.Gate, data.GateName, decision, at);
            Record(data);
            return;
        }

        // The terminal's own word counts: it may have heard the answer although that was never known, or be on record with its no already.
        switch (_answers.Lost(answer))
        {
            case true:
                workers.Answered(data.Gate, data.GateName, decision, at);
                Record(data);
                break;
            case null:
                Record(data with { Outcome = PassageOutcome.Refused, Reason = GateWords.AnswerLost });
                break;
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var seen = devices.Revision;
            foreach (var gate in devices.Of<ITerminalGate>())
            {
                gate.AnswerWith(this);
            }

            await devices.ChangedAsync(seen, stoppingToken);
        }
    }

    private void Record(PassageData data) => recorder.Enqueue(new Passage(data, Sighting: null));

    private sealed record Decided(TerminalAnswer Answer, PassageData Data, PassageDecision Decision, DateTimeOffset At);
}
