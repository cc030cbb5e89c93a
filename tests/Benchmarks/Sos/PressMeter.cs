using System.Diagnostics;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.AlarmStreetlights;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;
using Gateway.Edge.Journal;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeGateway.Benchmarks.Sos;

/// <summary>Presses a button and times lamp, journal and station. The station's database is asked every millisecond, which the times include.</summary>
internal sealed class PressMeter : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(1);

    private readonly IAlarmStreetlight _light;
    private readonly SimulatedStreetlight _model;
    private readonly IJournal _journal;
    private readonly IJournalReader _reader;
    private readonly SqliteConnection _station;
    private readonly Random _random = new(20261122);
    private TaskCompletionSource<long> _lit = new();

    public PressMeter(SosCompound compound)
    {
        var services = compound.Gateway.Services;
        _light = services.GetRequiredService<IDeviceDirectory>().Of<IAlarmStreetlight>().Single(light => light.Id.Value == SosCompound.Pressed);
        _model = services.GetRequiredService<SimulatedWorld>().Find<SimulatedStreetlight>(SosCompound.Pressed)!;
        (_journal, _reader) = (services.GetRequiredService<IJournal>(), services.GetRequiredService<IJournalReader>());
        _model.Lamp.Driven = active =>
        {
            if (active)
            {
                Volatile.Read(ref _lit).TrySetResult(Stopwatch.GetTimestamp());
            }
        };
        _station = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = compound.StationFile, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        _station.Open();
    }

    /// <summary>Presses so often, with the light at rest in between.</summary>
    public async Task<IReadOnlyList<PressTimes>> PressAsync(int times)
    {
        var taken = new List<PressTimes>();
        for (var i = 0; i < times; i++)
        {
            taken.Add(await PressAsync().WaitAsync(Patience));
            _model.Button.Set(false);
            await _light.ResetAsync(CancellationToken.None);

            // No press falls in step with a timer of the product.
            await Task.Delay(TimeSpan.FromMilliseconds(20 + (_random.NextDouble() * 60)), TimeProvider.System);
        }

        return taken;
    }

    public void Dispose() => _station.Dispose();

    private async Task<PressTimes> PressAsync()
    {
        var lit = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _lit, lit);
        var journal = JournalAsync(_journal.LastSequence);
        var edge = Stopwatch.GetTimestamp();
        if (!_model.Button.Set(true))
        {
            throw new InvalidOperationException("Nobody takes the button's edges.");
        }

        var lamp = await lit.Task;
        var station = StationAsync();
        return new PressTimes(Since(edge, lamp), Since(edge, await journal), Since(edge, await station));
    }

    private async Task<long> JournalAsync(long after)
    {
        while (true)
        {
            var last = _journal.LastSequence;
            var records = await _reader.ReadAsync(after, EventPriority.Emergency, 1, CancellationToken.None);
            if (records.Any(record => record.Kind == EventKind.Sos && record.Device == SosCompound.Pressed))
            {
                return Stopwatch.GetTimestamp();
            }

            await _reader.WaitAsync(last, CancellationToken.None);
        }
    }

    private async Task<long> StationAsync()
    {
        await using var command = _station.CreateCommand();
        command.CommandText = "SELECT count(*) FROM alerts WHERE compound = $compound AND kind = 'sos' AND incident = $press";
        command.Parameters.AddWithValue("$compound", SosCompound.Name);
        command.Parameters.AddWithValue("$press", _light.Press!.Id.ToString());
        while (command.ExecuteScalar() is not > 0L)
        {
            await Task.Delay(Every, TimeProvider.System);
        }

        return Stopwatch.GetTimestamp();
    }

    private static double Since(long edge, long at) => Stopwatch.GetElapsedTime(edge, at).TotalMilliseconds;
}
