using System.Text.Json;
using Gateway.Drivers.Buses.Http;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates.Terminals.Isapi;

namespace Gateway.Drivers.FaceGates.Terminals;

/// <summary>
/// Where a terminal's events meet, whichever way they come: each is reported once, questions are answered. Safe for several threads.
/// </summary>
internal sealed class TerminalIntake(DeviceId device, TerminalState state, RemoteChecks checks, TimeProvider clock)
{
    /// <summary>Class of the events at the door.</summary>
    private const int Door = 5;

    private static readonly TimeSpan ReportWithin = TimeSpan.FromSeconds(1);

    /// <summary>After one event was not taken in time: the next ones must not add up.</summary>
    private static readonly TimeSpan ReportAtOnce = TimeSpan.FromMilliseconds(10);

    private volatile bool _slow; // the last live event was not taken in time

    private long _taken;
    private long _repeated;
    private long _unreadable;
    private long _deferred;

    /// <summary>Events reported.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>Events that had come before.</summary>
    public long Repeated => Interlocked.Read(ref _repeated);

    /// <summary>Texts that were no events in the terminal's form.</summary>
    public long Unreadable => Interlocked.Read(ref _unreadable);

    /// <summary>Live events that nobody took in time and that are found again in the terminal's log.</summary>
    public long Deferred => Interlocked.Read(ref _deferred);

    /// <summary>The event that a part holds; null for a heartbeat, for another kind, and, counted, for what cannot be read.</summary>
    public IsapiNotice? Read(HttpPart part)
    {
        try
        {
            // Some firmware names the JSON as text, some not at all.
            return part.IsXml || part.IsPicture ? null : IsapiNotice.Live(part.Body);
        }
        catch (JsonException)
        {
            Interlocked.Increment(ref _unreadable);
            return null;
        }
    }

    /// <summary>Takes a pushed request: an event and its pictures.</summary>
    public async ValueTask TakeAsync(PushMessage message, DeviceReporter reporter, CancellationToken cancellationToken)
    {
        var picture = message.Parts.FirstOrDefault(part => part.IsPicture)?.Body ?? default;
        foreach (var notice in message.Parts.Select(Read).OfType<IsapiNotice>())
        {
            await TakeAsync(notice, picture, reporter, cancellationToken);
        }
    }

    /// <summary>Reports an event unless it came before, and has it answered where the terminal asks.</summary>
    public async ValueTask TakeAsync(IsapiNotice notice, ReadOnlyMemory<byte> picture, DeviceReporter reporter, CancellationToken cancellationToken)
    {
        if (!state.TryTake(notice.Serial, notice.At))
        {
            Interlocked.Increment(ref _repeated);
            return;
        }

        if (ObservationOf(notice, picture) is not { } observation)
        {
            return;
        }

        if (observation is TerminalEvent { Kind: TerminalEventKind.Asked } question)
        {
            // Answered beside the report, which may have to wait for its reader; somebody stands at the door.
            checks.Ask(question);
        }

        var reported = await TryReportAsync(notice, observation, reporter, cancellationToken);
        Interlocked.Increment(ref reported ? ref _taken : ref _deferred);
    }

    /// <summary>
    /// Reports within a moment, or leaves a live event to the next search of the terminal's log: a slow reader must not keep the next question waiting.
    /// </summary>
    private async ValueTask<bool> TryReportAsync(IsapiNotice notice, Observation observation, DeviceReporter reporter, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(notice.Late ? Timeout.InfiniteTimeSpan : _slow ? ReportAtOnce : ReportWithin, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            await reporter.ObserveAsync(observation, both.Token);
            _slow = false;
            return true;
        }
        catch (OperationCanceledException)
        {
            state.GiveBack(notice.Serial, notice.At);
            cancellationToken.ThrowIfCancellationRequested();
            _slow = true;
            return false;
        }
    }

    private Observation? ObservationOf(IsapiNotice notice, ReadOnlyMemory<byte> picture)
    {
        var at = notice.At ?? clock.GetUtcNow();
        return (notice.Major, notice.Minor) switch
        {
            (_, _) when notice.Asks => Event(TerminalEventKind.Asked),
            (Door, 75) => Event(TerminalEventKind.Verified),
            (Door, 76) => Event(TerminalEventKind.Failed),
            (Door, 21) => Event(TerminalEventKind.Unlocked),
            (Door, 22) => Event(TerminalEventKind.Locked),

            // The terminal's own door contact and exit button; numbers of the maker's public device SDK.
            (Door, 23) => new ExitPressed(device, at),
            (Door, 25) => new DoorObserved(device, at, DoorEvent.Opened),
            (Door, 26) => new DoorObserved(device, at, DoorEvent.Closed),
            (Door, 27) => new DoorObserved(device, at, DoorEvent.ForcedOpen),
            (Door, 28) => new DoorObserved(device, at, DoorEvent.HeldOpen),
            _ => null,
        };

        TerminalEvent Event(TerminalEventKind kind) => new(device, at, kind, notice.Number, notice.Serial, picture, notice.Late);
    }
}
