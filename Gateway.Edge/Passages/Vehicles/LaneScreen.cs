using Gateway.Cloud.Contract;
using Gateway.Drivers.VehicleBarriers;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>Shows one lane on the board. For the lane alone.</summary>
internal sealed class LaneScreen(IVehicleBarrier barrier, LaneBoard board, LanePictures pictures)
{
    private readonly Dictionary<Guid, (ReadOnlyMemory<byte> Jpeg, string? Id)> _pictures = [];

    /// <summary>Shows a barrier at which nothing is decided.</summary>
    public void Show() => Show(LaneSight.None, null, null, null, [], []);

    /// <summary>Shows what the machine knows.</summary>
    public void Show(LaneMachine machine, LaneHealth health)
    {
        var (sight, trouble, since) = health.Now;
        var first = machine.Vehicles.FirstOrDefault(vehicle => vehicle.State != VehicleState.Opened) ?? (machine.Vehicles is [var front, ..] ? front : null);
        var waiting = first is null ? null : WaitingOf(first);
        IReadOnlyList<WaitingVehicle> queue = [.. machine.Vehicles.Where(vehicle => vehicle != first).Select(WaitingOf)];
        IReadOnlyList<PassedVehicle> last = [.. machine.Last.Select(done => PassedOf(done.Vehicle, done.End, done.At))];
        Show(sight, trouble, since, waiting, queue, last);
        foreach (var gone in _pictures.Keys.Where(id => machine.Vehicles.All(vehicle => vehicle.Id != id) && last.All(done => done.Id != id)).ToList())
        {
            _pictures.Remove(gone);
        }
    }

    private void Show(
        LaneSight sight, LocalizedText? trouble, DateTimeOffset? since, WaitingVehicle? waiting, IReadOnlyList<WaitingVehicle> queue, IReadOnlyList<PassedVehicle> last) =>
        board.Show(new LaneView(
            barrier.Id,
            barrier.Name.Localized(),
            barrier.Lane?.Direction,
            barrier.Lane?.Opposite,
            barrier.Position,
            barrier.Mode,
            sight,
            trouble,
            since,
            waiting,
            queue,
            last));

    private WaitingVehicle WaitingOf(LaneVehicle vehicle) => new(
        vehicle.Id,
        vehicle.Plate,
        vehicle.Sighting?.Best.Colour ?? default,
        vehicle.Sighting?.Best.Confidence ?? 0,
        vehicle.Direction,
        vehicle.Since,
        vehicle.State,
        vehicle.Decision?.Outcome,
        vehicle.Decision?.Reason,
        vehicle.Decision?.Fuzzy ?? false,
        vehicle.Decision?.Vehicle,
        vehicle.Alarmed,
        PictureOf(vehicle));

    private PassedVehicle PassedOf(LaneVehicle vehicle, VehicleEnd end, DateTimeOffset at) => new(
        vehicle.Id,
        at,
        vehicle.Plate,
        vehicle.Sighting?.Best.Colour ?? default,
        vehicle.Direction,
        end,
        vehicle.Decision?.Outcome,
        vehicle.Decision?.Reason,
        vehicle.By,
        vehicle.Decision?.Vehicle,
        PictureOf(vehicle));

    private string? PictureOf(LaneVehicle vehicle)
    {
        var jpeg = vehicle.Picture;
        if (_pictures.TryGetValue(vehicle.Id, out var held) && held.Jpeg.Equals(jpeg))
        {
            return held.Id;
        }

        var id = pictures.Add(jpeg);
        _pictures[vehicle.Id] = (jpeg, id);
        return id;
    }
}
