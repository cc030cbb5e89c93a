using FsCheck;
using FsCheck.Fluent;
using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;

namespace Gateway.Drivers.Tests.VehicleBarriers;

/// <summary>What must hold in any interleaving of orders, vehicles, faults and time.</summary>
public sealed class BarrierSafetyTests
{
    private static readonly BarrierReason Reason = new("test", new Wording("测试", "Test"));

    private static readonly BarrierSettings[] Builds =
    [
        new(),
        new() { HasBeam = false, Loops = 2 },
        new() { Loops = 0, Held = true, HasStop = true },
        new() { HasUpLimit = true, HasDownLimit = true, HasStop = true },
        new() { HasUpLimit = true, HasDownLimit = true, Held = true, Loops = 3 },
    ];

    public static TheoryData<int> EachBuild => [.. Enumerable.Range(0, Builds.Length)];

    [Theory]
    [MemberData(nameof(EachBuild))]
    public void Nothing_is_ever_lowered_onto_an_occupied_loop_an_interrupted_beam_or_unseen(int build)
    {
        var closings = 0;
        var orders = Gen.Choose(0, int.MaxValue - 1).ArrayOf();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(400).WithReplay(20260101, 1),
            Prop.ForAll(orders.ToArbitrary(), steps =>
            {
                var run = new Run(Builds[build]);
                foreach (var step in steps)
                {
                    run.Take(step);
                    if (run.Broken is { } broken)
                    {
                        return false.Label(broken);
                    }
                }

                closings += run.Closings;
                return true.ToProperty();
            }));
        Assert.True(closings > 50, $"The arm closed only {closings} times: the runs prove nothing.");
    }

    /// <summary>One barrier under random treatment, with the truth about its sensors kept beside it.</summary>
    private sealed class Run
    {
        private readonly BarrierSettings _settings;
        private readonly BarrierMachine _machine;
        private readonly bool[] _loops;
        private bool _beam;
        private bool _watched = true;
        private bool _fire;
        private bool _wasDown;
        private TimeSpan _now;

        public Run(BarrierSettings settings)
        {
            (_settings, _loops) = (settings, new bool[settings.Loops]);
            _machine = new BarrierMachine(settings, TimeSpan.Zero);
            _machine.Watched(watched: true, TimeSpan.Zero);
        }

        public int Closings { get; private set; }

        public string? Broken { get; private set; }

        public void Take(int step)
        {
            var (what, amount) = (step % 16, step / 16 % 1000);
            _now += TimeSpan.FromMilliseconds(what < 6 ? amount * 30 : amount);
            switch (what)
            {
                case 0 or 1 or 2 or 3:
                    _machine.Advance(_now);
                    break;
                case 4:
                    _machine.Raise(Reason, _now);
                    break;
                case 5:
                    _machine.Lower(Reason, _now);
                    break;
                case 6 when amount % 4 == 0:
                    _machine.Stop(Reason, _now);
                    break;
                case 7 when amount % 3 == 0:
                    _machine.SetMode((BarrierMode)(amount / 3 % 4), Reason, _now);
                    break;
                case 7:
                    _machine.SetMode(BarrierMode.Automatic, Reason, _now);
                    break;
                case 8 or 9 or 10 when _loops.Length > 0:
                    var loop = amount % _loops.Length;
                    _loops[loop] = what != 8 && amount % 2 == 0;
                    _machine.Loop(loop, _loops[loop], _now);
                    break;
                case 11 or 12 when _settings.HasBeam:
                    _beam = what == 11 && amount % 2 == 0;
                    _machine.Beam(_beam, _now);
                    break;
                case 13:
                    _watched = amount % 5 != 0;
                    _machine.Watched(_watched, _now);
                    break;
                case 14 when amount % 4 == 0 || _fire:
                    _fire = !_fire;
                    _machine.Fire(_fire, _now);
                    break;
                case 15 when _settings.HasUpLimit:
                    _machine.Limit(amount % 2 == 0, amount % 4 < 2, _now);
                    break;
                default:
                    _machine.Advance(_now);
                    break;
            }

            Judge(settled: false);
            _machine.Advance(_now);
            Judge(settled: true);
        }

        private void Judge(bool settled)
        {
            var relays = _machine.Relays;
            var unsafeNow = _beam || _loops.Contains(true) || !_watched;
            Closings += relays.Down && !_wasDown ? 1 : 0;
            _wasDown = relays.Down;
            Broken ??=
                relays.Down && unsafeNow ? "the down relay is pulled on an unclear way"
                : _machine.Position == BarrierPosition.Lowering && unsafeNow ? "the arm goes on closing on an unclear way"
                : relays.Down && (_fire || _machine.Mode is BarrierMode.FireOverride or BarrierMode.HeldUp) ? "the down relay is pulled while the arm must be up"
                : _fire && _machine.Mode != BarrierMode.FireOverride ? "fire does not override"
                : (relays.Up ? 1 : 0) + (relays.Down ? 1 : 0) + (relays.Stop ? 1 : 0) > 1 ? "two relays are pulled"
                : settled && _machine.NextDeadline <= _now ? "something due was left undone"
                : null;
        }
    }
}
