using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices.Patrols;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Devices;

/// <summary>
/// Every device and bus of the compound under its own supervisor. Observations of all devices meet in one bounded queue in which waiting
/// writers take turns, so that a chatty device cannot crowd out the others. Safe for several threads.
/// </summary>
public sealed class DeviceHub : BackgroundService, IObservationSource, IDeviceDirectory, IPatrolSubjects, IAsyncDisposable
{
    private const int Capacity = 256;

    /// <summary>Few: a call for help waits behind no more than these of a neighbour that floods. What bursts waits in the device's own queue.</summary>
    private const int UrgentCapacity = 8;

    private readonly Channel<Observation> _observations = Queue(Capacity);
    private readonly Channel<Observation> _urgent = Queue(UrgentCapacity);
    private readonly SemaphoreSlim _changing = new(1); // one change of the set, start or end at a time
    private readonly DeviceSet _set;
    private readonly ILogger<DeviceHub> _logger;
    private CancellationToken _stopping = new(canceled: true); // guarded by _changing: of the running hub
    private bool _disposed; // guarded by _changing
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile int _revision;

    internal DeviceHub(DeviceSet set, ILogger<DeviceHub> logger) => (_set, _logger) = (set, logger);

    internal DeviceHub(IReadOnlyList<IDevice> devices, TimeProvider clock, Random random, ILogger<DeviceHub> logger)
        : this(DeviceSet.Fixed(devices, clock, random, logger), logger)
    {
    }

    /// <inheritdoc/>
    public HardwareFile Hardware => _set.Hardware;

    /// <inheritdoc/>
    public int Revision => _revision;

    /// <inheritdoc/>
    public IReadOnlyList<DeviceHealth> Health => [.. _set.Devices.Select(device => device.Reporter.Health)];

    /// <summary>Every bus's present state.</summary>
    public IReadOnlyList<DeviceHealth> BusHealth => [.. _set.Buses.Select(bus => bus.Reporter.Health)];

    /// <inheritdoc/>
    public IReadOnlyList<PatrolSubject> Subjects =>
        [.. _set.Devices.Select(device => SubjectOf(device, isBus: false)), .. _set.Buses.Select(bus => SubjectOf(bus, isBus: true))];

    /// <inheritdoc/>
    public IReadOnlyList<T> Of<T>()
        where T : class => [.. _set.Devices.Select(device => device.Device).OfType<T>()];

    /// <inheritdoc/>
    public async Task ChangedAsync(int seen, CancellationToken cancellationToken)
    {
        var changed = Volatile.Read(ref _changed).Task;
        if (_revision == seen)
        {
            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Observation> ReadAllAsync(CancellationToken cancellationToken) =>
        _observations.Reader.ReadAllAsync(cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<Observation> ReadUrgentAsync(CancellationToken cancellationToken) => _urgent.Reader.ReadAllAsync(cancellationToken);

    /// <inheritdoc/>
    public bool TryTake([NotNullWhen(true)] out Observation? observation) =>
        _urgent.Reader.TryRead(out observation) || _observations.Reader.TryRead(out observation);

    /// <summary>Queues what the drivers as a whole have to say; waits while the queue is full.</summary>
    internal ValueTask ObserveAsync(Observation observation, CancellationToken cancellationToken) => ForwardAsync(observation, cancellationToken);

    /// <summary>
    /// Puts another hardware file in force. Devices whose description and buses are the same go on untouched; the others end, at their safe
    /// levels, before new ones begin.
    /// </summary>
    /// <exception cref="HardwareFileException">A device or bus names a secret or file that does not exist; everything stays as it was.</exception>
    internal async Task ApplyAsync(HardwareFile hardware, SecretsFile secrets, CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var change = _set.Prepare(hardware, secrets);
            await change.EndAsync();
            var begun = _set.Commit(change);
            foreach (var runner in _stopping.IsCancellationRequested ? [] : begun)
            {
                runner.Start(ForwardAsync, _stopping);
            }

            DeviceLog.Changed(_logger, Names(begun), Names(change.Ended));
        }
        finally
        {
            _changing.Release();
        }

        _revision++;
        Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    /// <summary>
    /// Stops what still runs, so that every door is locked, then gives the devices and buses back. A host that was stopped has done the
    /// first part already.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(5), _set.Clock);
        await StopAsync(late.Token);
        await _changing.WaitAsync(CancellationToken.None);
        try
        {
            if (!_disposed)
            {
                _disposed = true;
                await _set.DisposeAsync();
            }
        }
        finally
        {
            _changing.Release();
        }

        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _changing.WaitAsync(stoppingToken);
        try
        {
            SpareThreads.Ensure();
            _stopping = stoppingToken;
            DeviceLog.Started(_logger, Names(_set.Devices));
            foreach (var runner in _set.All)
            {
                runner.Start(ForwardAsync, stoppingToken);
            }
        }
        finally
        {
            _changing.Release();
        }

        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var stop = stoppingToken.UnsafeRegister(static state => ((TaskCompletionSource)state!).TrySetResult(), stopped);
        await stopped.Task;
        await Task.WhenAll(_set.All.Select(runner => runner.Completion));
    }

    private static PatrolSubject SubjectOf(DeviceRunner runner, bool isBus) => new(
        runner.Device.Name, isBus, runner.Reporter.Health, runner.Device as IPatrolled);

    private static Channel<Observation> Queue(int capacity) => Channel.CreateBounded<Observation>(
        new BoundedChannelOptions(capacity) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });

    private ValueTask ForwardAsync(Observation observation, CancellationToken cancellationToken) =>
        (observation.IsUrgent ? _urgent : _observations).Writer.WriteAsync(observation, cancellationToken);

    private static string Names(IEnumerable<DeviceRunner> runners) => string.Join(", ", runners.Select(runner => runner.Device.Id.Value));
}
