using FsCheck;
using FsCheck.Fluent;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Passages.Vehicles;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Tests.Passages.Vehicles;

/// <summary>What must hold in any interleaving of vehicles, sightings, barrier reports, guards, modes and time.</summary>
public sealed class LaneSafetyTests
{
    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public void Arm_is_raised_only_for_the_right_vehicle_once_and_never_against_a_mode(bool approach, bool tellsView)
    {
        var (raises, byHand, guesses) = (0, 0, 0);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(300).WithReplay(20260601, 1),
            Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ArrayOf().ToArbitrary(), steps =>
            {
                var run = new Run(approach, tellsView);
                foreach (var step in steps)
                {
                    run.Take(step);
                    if (run.Broken is { } broken)
                    {
                        return false.Label(broken);
                    }
                }

                raises += run.Raises;
                byHand += run.ByHand;
                guesses += run.Guesses;
                return true.ToProperty();
            }));
        Assert.True(raises > 100, $"The arm was raised only {raises} times: the runs prove nothing.");
        Assert.True(byHand > 20, $"The guard raised only {byHand} times.");
        Assert.True(guesses > 100, $"Only {guesses} guesses were offered.");
    }

    /// <summary>One lane under random treatment.</summary>
    private sealed class Run
    {
        private static readonly string?[] PlatesSeen = [LaneStory.Resident, LaneStory.Visitor, LaneStory.Stranger, LaneStory.Villain, null];

        private readonly LaneStory _story;
        private readonly bool _approach;
        private readonly HashSet<Guid> _raised = []; // by plate, in openings that have not ended
        private bool _byHand;

        public Run(bool approach, bool tellsView) => (_approach, _story) = (approach, new LaneStory(approach: approach, tellsView: tellsView) { Raised = Judge });

        public int Raises { get; private set; }

        public int ByHand { get; private set; }

        public int Guesses { get; private set; }

        public string? Broken { get; private set; }

        public void Take(int step)
        {
            var (what, amount) = (step % 20, step / 20 % 997);
            var track = (amount % 5) + 1;
            _byHand = false;
            switch (what)
            {
                case 0 or 1 or 2 or 3 or 4 or 5 or 6:
                    var (certain, flat) = (amount % 4 != 0, amount % 7 == 0);
                    Guesses += certain && !flat ? 0 : 1;
                    _story.Sees(track, PlatesSeen[amount % PlatesSeen.Length], 200 + (amount % 500), (VehicleHeading)(amount % 4), certain, flat);
                    break;
                case 7:
                    _story.Shows(track, 200 + (amount % 500));
                    break;
                case 8 or 9:
                    _story.Loses(track);
                    break;
                case 10:
                    _story.Step(amount % 40);
                    break;
                case 11 or 12:
                    _story.Barrier(BarrierEvent.Passed);
                    break;
                case 13:
                    _story.Barrier(BarrierEvent.Tailgated);
                    break;
                case 14:
                    _raised.Clear();
                    _story.Barrier(amount % 2 == 0 ? BarrierEvent.NotUsed : BarrierEvent.Lowered);
                    break;
                case 15:
                    _byHand = true;
                    _story.LetsIn(amount % 2 == 0 ? null : Some(amount)?.Id);
                    break;
                case 16:
                    _story.SendsAway(amount % 2 == 0 ? null : Some(amount)?.Id);
                    break;
                case 17:
                    _story.Mode = amount % 3 != 0 ? BarrierMode.Automatic : (BarrierMode)(amount % 4);
                    _story.Step(0.1);
                    break;
                case 18:
                    _story.Approached = _approach ? amount % 3 != 0 : null;
                    _story.Step(0.1);
                    break;
                default:
                    _story.Machine.OppositePassed(amount % 3 == 0 ? null : Plates.Number(LaneStory.Resident), _story.Now);
                    break;
            }

            if (_story.Machine.Vehicles.Count > 9)
            {
                Broken = $"{_story.Machine.Vehicles.Count} vehicles are remembered.";
            }
        }

        private LaneVehicle? Some(int amount) => _story.Machine.Vehicles.Count == 0 ? null : _story.Machine.Vehicles[amount % _story.Machine.Vehicles.Count];

        private void Judge(LaneDeed.Raise raise)
        {
            Raises++;
            if (_story.Mode is BarrierMode.FireOverride or BarrierMode.HeldUp)
            {
                Broken = $"raised in mode {_story.Mode}";
            }

            if (raise.Order.Who != LaneMachine.ByPlate)
            {
                ByHand++;
                Broken = _byHand ? Broken : "raised by hand, and no hand was there";
                return;
            }

            var vehicle = raise.Report!.Vehicle;
            Broken = _story.Mode != BarrierMode.Automatic ? $"raised by plate in mode {_story.Mode}"
                : !vehicle.IsCertain ? "raised on a guess"
                : vehicle.Plate!.Text is not (LaneStory.Resident or LaneStory.Visitor) ? $"raised for {vehicle.Plate}"
                : _approach && _story.Approached != true ? "raised while nobody stood on the loop"
                : vehicle.Sighting!.Heading == VehicleHeading.Receding ? "raised for one that goes away"
                : !_raised.Add(vehicle.Id) ? "raised twice for one vehicle"
                : IsPastAnother(vehicle) ? "raised past a vehicle that the arm is down for"
                : Broken;
        }

        private bool IsPastAnother(LaneVehicle vehicle) => _story.Machine.Vehicles
            .TakeWhile(known => known.Id != vehicle.Id)
            .Any(known => known.State != VehicleState.Opened);
    }
}
