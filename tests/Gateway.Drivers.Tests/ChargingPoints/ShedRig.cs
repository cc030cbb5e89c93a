using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.ChargingPoints;

/// <summary>A shed's rules with relays that obey at once unless told otherwise, and a physical world of watts behind them.</summary>
internal sealed class ShedRig
{
    private static readonly DeviceId Device = new("shed");
    private readonly double[] _bikes;

    public ShedRig(int outlets = 2, bool contactor = true, ChargingLimits? limits = null, AirLimits? air = null)
    {
        _bikes = new double[outlets];
        (On, Welded, Mute) = (new bool[outlets], new bool[outlets], new bool[outlets]);
        Limits = limits ?? new ChargingLimits();
        Closed = !contactor;
        Shed = new ShedMachine([.. Enumerable.Range(1, outlets).Select(number => $"{number}")], Limits, contactor, air is null ? null : new AirMachine(air, sensesSmoke: true));
        Obey(Shed.Start(smoke: false, Now));
        Read();
        Told.Clear();
    }

    public ChargingLimits Limits { get; }

    public ShedMachine Shed { get; }

    public TimeSpan Now { get; private set; }

    public List<Observation> Told { get; } = [];

    /// <summary>Relays as driven.</summary>
    public bool[] On { get; }

    /// <summary>Relays whose contacts stick.</summary>
    public bool[] Welded { get; }

    /// <summary>Meters that do not answer.</summary>
    public bool[] Mute { get; }

    public bool Closed { get; private set; }

    public bool ContactorWelded { get; set; }

    public string? RelayFault { get; set; }

    public string? ContactorFault { get; set; }

    public double? Temperature { get; set; }

    public IEnumerable<string> Names => Told.Select(observation => observation.GetType().Name);

    /// <summary>A bike that draws this power is plugged in; 0 takes it out.</summary>
    public void Plug(int outlet, double watts) => _bikes[outlet] = watts;

    public double Flows(int outlet) => (On[outlet] || Welded[outlet]) && (Closed || ContactorWelded) ? _bikes[outlet] : 0;

    public void SwitchOn(int outlet) => Obey(Shed.SwitchOn(outlet, Now));

    public void CutOff(int outlet) => Obey(Shed.CutOff(outlet, new Wording("测试", "Test"), Now));

    public void Smoke(bool smoke) => Obey(Shed.SmokeIs(smoke, Now));

    public void AirTemperature(double? celsius) => Obey(Shed.TemperatureIs(celsius, Now));

    public void AirSmoke(double? share) => Obey(Shed.AirSmokeIs(share, Now));

    public void Close() => Obey(Shed.Close(Now));

    public void Open() => Obey(Shed.Open(new Wording("测试", "Test"), Now));

    /// <summary>Reads every meter that answers.</summary>
    public void Read()
    {
        for (var outlet = 0; outlet < On.Length; outlet++)
        {
            if (Mute[outlet])
            {
                Shed.NotRead(outlet);
            }
            else
            {
                Obey(Shed.Read(outlet, new MeterReading(Flows(outlet), Temperature: Temperature), Now, Now));
            }
        }
    }

    /// <summary>Lets time pass; meters are read four times a second.</summary>
    public void Pass(double seconds)
    {
        for (var end = Now + TimeSpan.FromSeconds(seconds); Now < end;)
        {
            Now += TimeSpan.FromSeconds(0.25);
            Read();
            Obey(Shed.Advance(Now));
        }
    }

    public T Single<T>()
        where T : Observation => Assert.Single(Told.OfType<T>());

    private void Obey(IEnumerable<ChargingAct> acts)
    {
        foreach (var act in acts)
        {
            switch (act)
            {
                case ChargingAct.Outlet(var outlet, var on) when RelayFault is not null:
                    Obey(Shed.NotDriven(outlet, on, RelayFault, Now));
                    break;
                case ChargingAct.Outlet(var outlet, var on):
                    On[outlet] = on;
                    Obey(Shed.Driven(outlet, on, Now));
                    break;
                case ChargingAct.Contactor(var closed) when ContactorFault is not null:
                    Obey(Shed.ContactorNotDriven(closed, ContactorFault, Now));
                    break;
                case ChargingAct.Contactor(var closed):
                    Closed = closed;
                    Shed.ContactorDriven(closed, Now);
                    break;
                case ChargingAct.Tell(_, var make):
                    Told.Add(make(Device, DateTimeOffset.UnixEpoch + Now));
                    break;
            }
        }
    }
}
