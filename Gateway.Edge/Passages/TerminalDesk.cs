using System.Collections.Concurrent;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates.Terminals;
using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Passages;

/// <summary>
/// Answers face terminals that ask whether to open, by the same rules as every gate, and records each answer. A person's number at a terminal
/// is the subject's id without hyphens. Safe for several threads.
/// </summary>
internal sealed class TerminalDesk(IDeviceDirectory devices, IPeople people, PassageRecorder recorder, TimeProvider time)
    : BackgroundService, IRemoteCheck
{
    /// <summary>The terminal's own word on a person whom it had just asked about comes within this time; its clock may be a little off.</summary>
    private static readonly TimeSpan SamePassage = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<DeviceId, (string Number, DateTimeOffset At)> _answered = new();

    /// <summary>Whether a terminal's event only repeats what this desk has answered and recorded.</summary>
    public bool HasAnswered(TerminalEvent told) =>
        _answered.TryGetValue(told.Device, out var last) && last.Number == told.Number && (told.At - last.At).Duration() <= SamePassage;

    /// <summary>The subject behind a terminal's number; null where it is none of ours.</summary>
    public static Guid? SubjectOf(string? number) => Guid.TryParseExact(number, "N", out var subject) ? subject : null;

    /// <inheritdoc/>
    public ValueTask<bool> DecideAsync(TerminalEvent request, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var now = time.GetUtcNow();
        var claim = new IdentityClaim("face", ClaimKind.Recognised, SubjectOf(request.Number), Score: null, request.Serial, Hint: null, now);
        var decision = PassageRules.Decide(claim, people);
        _answered[request.Device] = (request.Number ?? "", now);
        recorder.Enqueue(new Passage(
            new PassageData(
                request.Device.Value,
                devices.Of<ITerminalGate>().FirstOrDefault(gate => gate.Id == request.Device)?.Name.Localized() ?? new(request.Device.Value, request.Device.Value),
                decision.Outcome,
                decision.Reason,
                claim.Method,
                decision.Person?.Id.ToString(),
                decision.Person?.MaskedName,
                Score: null,
                Math.Round(time.GetElapsedTime(began).TotalMilliseconds, 1)),
            Sighting: null));
        return ValueTask.FromResult(decision.Opens);
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
}
