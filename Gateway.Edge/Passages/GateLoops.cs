using Gateway.Drivers.FaceGates;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Perception.Faces;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Passages;

/// <summary>Runs one loop per face gate; a loop that fails begins again, and no other notices.</summary>
internal sealed class GateLoops(
    IReadOnlyList<IFaceGate> gates,
    IFaceWatcherFactory watchers,
    IPeople people,
    PassageRecorder recorder,
    GateBoard board,
    IOptions<AccessOptions> options,
    TimeProvider time,
    ILoggerFactory loggers) : BackgroundService
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);
    private readonly ILogger _logger = loggers.CreateLogger<GateLoops>();

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(gates.Select(gate => Task.Run(() => KeepRunningAsync(gate, stoppingToken), stoppingToken)));

    private async Task KeepRunningAsync(IFaceGate gate, CancellationToken stoppingToken)
    {
        var delay = FirstDelay;
        while (!stoppingToken.IsCancellationRequested)
        {
            var began = time.GetTimestamp();
            try
            {
                await LoopOf(gate).RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Supervision boundary: whatever one gate's loop throws must not end the others.
            catch (Exception error)
#pragma warning restore CA1031
            {
                delay = time.GetElapsedTime(began) > LongestDelay ? FirstDelay : delay;
                PassagesLog.LoopFailed(_logger, gate.Id, delay, error);
                await Task.Delay(delay, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                delay = TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, LongestDelay.Ticks));
            }
        }
    }

    private GateLoop LoopOf(IFaceGate gate) => new(
        gate,
        watchers.Create(),
        new PassageMachine(people, options.Value),
        recorder,
        board,
        options.Value,
        time,
        loggers.CreateLogger<GateLoop>());
}
