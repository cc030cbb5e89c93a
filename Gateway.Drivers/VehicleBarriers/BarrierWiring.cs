using Gateway.Drivers.Buses.Gpio;

namespace Gateway.Drivers.VehicleBarriers;

/// <summary>
/// The lines of one barrier. Wire loops, beam and fire contact so that a cut cable reads as active (occupied, interrupted, fire): the arm
/// then stays up instead of closing unseen.
/// </summary>
internal sealed record BarrierWiring
{
    public required IDigitalOutput Up { get; init; }

    public required IDigitalOutput Down { get; init; }

    public IDigitalOutput? Stop { get; init; }

    /// <summary>Each active while a vehicle stands over it; as many as <see cref="BarrierSettings.Loops"/>.</summary>
    public IReadOnlyList<IDigitalInput> Loops { get; init; } = [];

    /// <summary>Active while interrupted.</summary>
    public IDigitalInput? Beam { get; init; }

    /// <summary>Active while the arm is up.</summary>
    public IDigitalInput? IsUp { get; init; }

    /// <summary>Active while the arm is down.</summary>
    public IDigitalInput? IsDown { get; init; }

    /// <summary>Active while there is fire.</summary>
    public IDigitalInput? Fire { get; init; }

    /// <summary>Every input with what a change of it means to the machine.</summary>
    public IReadOnlyList<BarrierInput> Inputs()
    {
        List<BarrierInput> inputs = [];
        for (var i = 0; i < Loops.Count; i++)
        {
            var index = i;
            inputs.Add(new BarrierInput(Loops[i], (machine, active, now) => machine.Loop(index, active, now)));
        }

        Add(Beam, static (machine, active, now) => machine.Beam(active, now));
        Add(Fire, static (machine, active, now) => machine.Fire(active, now));
        Add(IsUp, static (machine, active, now) => machine.Limit(up: true, active, now));
        Add(IsDown, static (machine, active, now) => machine.Limit(up: false, active, now));
        return inputs;

        void Add(IDigitalInput? line, Action<BarrierMachine, bool, TimeSpan> feed)
        {
            if (line is not null)
            {
                inputs.Add(new BarrierInput(line, feed));
            }
        }
    }
}
