using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Buses.Ocpp.Points;

/// <summary>
/// The events of one charger for one reader. With the reader slow, meter values are left out while a quarter of the room is free for the
/// rest; the rest waits a while for room and is then dropped. Safe for several threads.
/// </summary>
internal sealed class EventQueue(string chargePoint, TimeProvider clock, ILogger logger)
{
    /// <summary>Events that wait for the reader.</summary>
    public const int Capacity = 256;

    private const int RoomForMeters = Capacity * 3 / 4;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly Channel<OcppEvent> _events = Channel.CreateBounded<OcppEvent>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });
    private long _dropped;
    private volatile bool _abandoned; // nobody has read for the whole patience: do not make the charger wait for every event

    public ChannelReader<OcppEvent> Reader => _events.Reader;

    /// <summary>Events that nobody will see, meter values among them.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Queues without waiting; drops where there is no room.</summary>
    public void Post(OcppEvent occurrence)
    {
        var isMeter = occurrence is OcppEvent.Metered;
        if ((!isMeter || _events.Reader.Count < RoomForMeters) && _events.Writer.TryWrite(occurrence))
        {
            _abandoned = false;
        }
        else
        {
            var count = Interlocked.Increment(ref _dropped);
            if (!isMeter)
            {
                OcppLog.Dropped(logger, chargePoint, count);
            }
        }
    }

    /// <summary>Queues, and waits a while for room; the charger, which is answered afterwards, waits too.</summary>
    public async ValueTask AddAsync(OcppEvent occurrence, CancellationToken cancellationToken)
    {
        if (!_abandoned && occurrence is not OcppEvent.Metered)
        {
            try
            {
                await _events.Writer.WaitToWriteAsync(cancellationToken).AsTask().WaitAsync(s_patience, clock, cancellationToken);
            }
            catch (TimeoutException)
            {
                _abandoned = true;
            }
        }

        Post(occurrence);
    }
}
