using System.Threading.Channels;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Alerts.Strangers;
using Gateway.Edge.Perception.Faces.Recognition;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Passages;

/// <summary>
/// Gives an unknown face at a gate with a reader a few seconds to show a card or a code: whoever declined face recognition is no stranger, and no picture of
/// them goes to the station. One face is excused for each opening, so that somebody who slips in behind is still told. Gates without a reader tell at once.
/// </summary>
internal sealed class StrangerGrace(
    StrangerAlerts strangers, IDeviceDirectory devices, IOptions<AccessOptions> access, IOptions<StrangerOptions> options, TimeProvider time, ILogger<StrangerGrace> logger)
    : BackgroundService
{
    /// <summary>Sightings that may wait; what comes beyond is told at once.</summary>
    private const int Most = 256;

    /// <summary>A face may be settled a while after its owner has passed, and be lost and found again while they stand there.</summary>
    private static readonly TimeSpan Around = TimeSpan.FromSeconds(8);

    private readonly Channel<Sighting> _held = Channel.CreateBounded<Sighting>(new BoundedChannelOptions(Most) { SingleReader = true });
    private readonly Lock _gate = new();
    private readonly List<Opening> _openings = [];
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Takes a sighting to tell later, or not at all; false where it is to be told now.</summary>
    public bool TryHold(Sighting sighting) =>
        access.Value.StrangerGrace > TimeSpan.Zero
        && devices.Hardware.Devices.OfType<FaceGateDescription>().Any(gate => gate.Reads is not null && gate.Id.Value == sighting.Gate)
        && _held.Writer.TryWrite(sighting);

    /// <summary>A card or a code has opened a gate.</summary>
    public void Opened(string gate)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            _openings.RemoveAll(opening => (now - opening.At).Duration() > 2 * (Around + access.Value.StrangerGrace));
            _openings.Add(new Opening(gate, now));
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // What is held is told before the process ends: better a card holder too many than a stranger lost.
        _held.Writer.TryComplete();
        await _stopping.CancelAsync();
        if (ExecuteTask is { } teller)
        {
            await teller.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _stopping.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var sighting in _held.Reader.ReadAllAsync(CancellationToken.None))
        {
            var wait = sighting.At + access.Value.StrangerGrace - time.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                // No longer than the grace itself, also where the clock was set back.
                await Task.Delay(wait < access.Value.StrangerGrace ? wait : access.Value.StrangerGrace, time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            if (!IsExcused(sighting))
            {
                await TellAsync(sighting);
            }
        }
    }

    private bool IsExcused(Sighting sighting)
    {
        lock (_gate)
        {
            var openings = _openings.Where(opening => opening.Gate == sighting.Gate && (opening.At - sighting.At).Duration() <= Around).ToList();
            if (openings.Find(opening => opening.Face is { } face && UnitVector.Cosine(face.Span, sighting.Embedding.Span) >= options.Value.SamePerson) is not null)
            {
                return true;
            }

            if (openings.Find(opening => opening.Face is null) is not { } free)
            {
                return false;
            }

            free.Face = sighting.Embedding;
            return true;
        }
    }

    private async Task TellAsync(Sighting sighting)
    {
        try
        {
            await strangers.ReportAsync(sighting, CancellationToken.None);
        }
#pragma warning disable CA1031 // Supervision boundary: whatever one sighting throws must not end the telling of all others.
        catch (Exception error)
#pragma warning restore CA1031
        {
            PassagesLog.SightingNotTold(logger, sighting.Gate, error);
        }
    }

    /// <summary>One opening, and the face that it excuses once one was seen.</summary>
    private sealed class Opening(string gate, DateTimeOffset at)
    {
        public string Gate => gate;

        public DateTimeOffset At => at;

        public ReadOnlyMemory<float>? Face { get; set; }
    }
}
