using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Rules;
using Gateway.Edge.Access.Vehicles.Stays;
using Gateway.Edge.Access.Vehicles.Storage;
using Gateway.Edge.Journal;
using Gateway.Edge.Perception.Plates;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Vehicles;

/// <summary>Answers barriers from memory, and keeps entries and stays on disk.</summary>
internal sealed class VehicleAccess(
    VehicleDatabase database, VehicleBook book, VehicleOptions options, ILogger<VehicleAccess> logger) : IVehicleAccess
{
    private readonly RuleSettings _settings = RuleSettings.Of(options);

    /// <inheritdoc/>
    public VehicleDecision Decide(VehicleQuestion question) => VehicleRules.Decide(question, book.Vehicles, book.Stays, _settings) with { Characters = question.Characters };

    /// <inheritdoc/>
    public bool IsInside(PlateNumber plate) => book.Stays.Find(plate.Text) is not null;

    /// <inheritdoc/>
    /// <exception cref="JournalUnavailableException">It was counted in memory, but the disk did not take it.</exception>
    public async ValueTask PassedAsync(VehicleDecision decision, LaneDirection direction, string barrier, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // A vehicle that has passed has passed, whoever still waits for the disk.
        await StoreAsync(decision, direction, barrier, at).WaitAsync(cancellationToken);
    }

    private async Task StoreAsync(VehicleDecision decision, LaneDirection direction, string barrier, DateTimeOffset at)
    {
        try
        {
            await database.ChangeAsync(
                change =>
                {
                    var passing = Settle(decision, direction, barrier, at);
                    passing.Stays.ForEach(stay => StayRows.Put(change.File, stay));
                    if (passing.Vehicle is { Grant: { } grant } vehicle)
                    {
                        VehicleRows.Use(change.File, vehicle.Id, grant.EntriesUsed);
                    }

                    return passing;
                },
                Remember,
                CancellationToken.None);
        }
        catch (SqliteException error)
        {
            // Decisions stay right until the next stop.
            VehiclesLog.PassingNotStored(logger, barrier, error);
            await database.ReadAsync(
                _ =>
                {
                    Remember(Settle(decision, direction, barrier, at));
                    return true;
                },
                CancellationToken.None);
            throw new JournalUnavailableException($"A vehicle's passing could not be stored: {error.Message} Look after the disk; it is remembered until the next stop.", error);
        }
    }

    private Passing Settle(VehicleDecision decision, LaneDirection direction, string barrier, DateTimeOffset at)
    {
        // As it stands now: it may have been changed or erased since the decision.
        var vehicle = decision.Vehicle is { } decided ? book.Vehicles.Find(decided.Id) : decision.Plate is { } read ? book.Vehicles.Find(read.Text) : null;
        var plate = vehicle?.Plate ?? decision.Plate;
        var stay = plate is null ? null : book.Stays.Find(plate.Text);
        return direction switch
        {
            LaneDirection.In => Enter(plate, vehicle, stay, barrier, at),
            LaneDirection.Out => Leave(plate, decision.Characters, vehicle, stay, barrier, at),
            _ => stay is null ? Enter(plate, vehicle, null, barrier, at) : Leave(plate, decision.Characters, vehicle, stay, barrier, at),
        };
    }

    private Passing Enter(PlateNumber? plate, Vehicle? vehicle, Stay? earlier, string barrier, DateTimeOffset at)
    {
        var stays = new List<Stay>();
        if (earlier is not null)
        {
            stays.Add(StayMoves.End(earlier, StayState.LeftUnseen, null, at));
        }

        stays.Add(StayMoves.Enter(plate, vehicle, barrier, at, options.FreeMinutes));
        return new Passing(stays, vehicle is { Grant: { } grant } ? Used(vehicle, grant) : null);
    }

    private Passing Leave(PlateNumber? plate, IReadOnlyList<PlateCharacter> characters, Vehicle? vehicle, Stay? stay, string barrier, DateTimeOffset at)
    {
        stay ??= plate is null ? Nameless() : FuzzyMatch.Inside(plate, characters, book.Stays) is { } meant && vehicle is null ? book.Stays.Find(meant.Text) : null;
        return new Passing([stay is null ? StayMoves.LeaveUnseen(plate, vehicle, barrier, at) : StayMoves.End(stay, StayState.Left, barrier, at)], null);
    }

    // Whoever leaves without a number is taken for the one that came first without one.
    private Stay? Nameless() => book.Stays.All.Where(stay => stay.Plate is null).MinBy(stay => stay.EnteredAt);

    private static Vehicle Used(Vehicle vehicle, VehicleGrant grant)
    {
        var used = grant with { EntriesUsed = grant.EntriesUsed + 1 };
        return vehicle with { Grant = used, EntriesLeft = used.EntriesLeft };
    }

    private void Remember(Passing passing)
    {
        // In this order: for one moment between two snapshots nobody is inside twice.
        passing.Stays.ForEach(stay => book.Stays = book.Stays.With(stay));
        if (passing.Vehicle is { } vehicle)
        {
            book.Vehicles = book.Vehicles.With([vehicle]);
        }
    }

    // What a passing changes.
    private sealed record Passing(List<Stay> Stays, Vehicle? Vehicle);
}
