using System.Threading.Channels;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.ChargingPoints;

/// <summary>The physical side of a shed: what draws power, what is welded, which part does not answer. Safe for several threads.</summary>
internal sealed class FakeShed(int outlets, TimeProvider clock) : IDigitalInput
{
    private readonly Channel<DigitalEdge> _edges = Channel.CreateUnbounded<DigitalEdge>();
    private volatile bool _smoke;
    private volatile bool _closed;

    public FakeOutlet[] Outlets { get; private set; } = [];

    public bool Closed => _closed;

    public bool IsActive => SmokeLost ? throw new DeviceFaultException("The smoke detector's line is gone.") : _smoke;

    public volatile bool SmokeLost;

    public IDigitalOutput Contactor => field ??= new Switch(this);

    public IReadOnlyList<(string Id, IOutletDriver Driver)> Drivers()
    {
        Outlets = [.. Enumerable.Range(0, outlets).Select(_ => new FakeOutlet(this, clock))];
        return [.. Outlets.Select((outlet, index) => ($"{index + 1}", (IOutletDriver)outlet))];
    }

    public void Smoke(bool active)
    {
        _smoke = active;
        _edges.Writer.TryWrite(new DigitalEdge(active, clock.GetTimestamp()));
    }

    public ValueTask<DigitalEdge> ReadEdgeAsync(CancellationToken cancellationToken) => _edges.Reader.ReadAsync(cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal sealed class FakeOutlet(FakeShed shed, TimeProvider clock) : IOutletDriver
    {
        public volatile bool On;
        public volatile bool Welded;
        public volatile bool MeterLost;
        public volatile bool RelayLost;
        public volatile int Watts;
        public volatile int Celsius = 25;

        public ValueTask SwitchAsync(bool on, CancellationToken cancellationToken)
        {
            if (RelayLost)
            {
                throw new DeviceFaultException("The relay board does not answer.");
            }

            On = on;
            return ValueTask.CompletedTask;
        }

        public ValueTask<(MeterReading Reading, long Begun)> ReadAsync(CancellationToken cancellationToken) => MeterLost
            ? throw new DeviceFaultException("The meter does not answer.")
            : ValueTask.FromResult((new MeterReading((On || Welded) && shed.Closed ? Watts : 0, Temperature: Celsius), clock.GetTimestamp()));
    }

    private sealed class Switch(FakeShed shed) : IDigitalOutput
    {
        public ValueTask SetAsync(bool active, CancellationToken cancellationToken)
        {
            shed._closed = active;
            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
