using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Secrets;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Vehicles.Registry;

/// <summary>Vehicles as rows.</summary>
internal sealed class VehicleRows(PersonalData people, ILogger<VehicleRows> logger)
{
    private const string Table = "vehicle";

    /// <summary>Puts a vehicle in, in place of the one with its id.</summary>
    public void Put(SqliteConnection file, Vehicle vehicle, VehicleDetails details)
    {
        var (key, box) = people.Seal(Table, vehicle.Id, details);
        file.Execute(
            """
            INSERT OR REPLACE INTO vehicle (id, plate, standing, from_at, until_at, paid, grant_id, hours, entries, used, entered_by, entered_at, data_key, sealed)
            VALUES ($id, $plate, $standing, $from, $until, $paid, $grant, $hours, $entries, $used, $by, $at, $key, $sealed)
            """,
            ("$id", Columns.Key(vehicle.Id)),
            ("$plate", vehicle.Plate.Text),
            ("$standing", (int)vehicle.Standing),
            ("$from", Columns.Ticks(vehicle.From)),
            ("$until", Columns.Ticks(vehicle.Until)),
            ("$paid", vehicle.PaidMinutes),
            ("$grant", Columns.Key(vehicle.Grant?.Id)),
            ("$hours", vehicle.Grant?.Hours?.Text),
            ("$entries", vehicle.Grant?.Entries),
            ("$used", vehicle.Grant?.EntriesUsed ?? 0),
            ("$by", vehicle.EnteredBy ?? ""),
            ("$at", vehicle.EnteredAt?.UtcTicks ?? 0),
            ("$key", key),
            ("$sealed", box));
    }

    /// <summary>Notes how many entries a vehicle has used.</summary>
    public static void Use(SqliteConnection file, Guid id, int used) =>
        file.Execute("UPDATE vehicle SET used = $used WHERE id = $id", ("$used", used), ("$id", Columns.Key(id)));

    /// <summary>Erases a vehicle.</summary>
    public static void Delete(SqliteConnection file, Guid id) => file.Execute("DELETE FROM vehicle WHERE id = $id", ("$id", Columns.Key(id)));

    /// <summary>Every vehicle that can be opened; the others are told to the log.</summary>
    public List<Vehicle> ReadAll(SqliteConnection file)
    {
        using var command = file.Prepare(
            "SELECT id, plate, standing, from_at, until_at, paid, grant_id, hours, entries, used, entered_by, entered_at, data_key, sealed FROM vehicle");
        using var rows = command.ExecuteReader();
        var vehicles = new List<Vehicle>();
        while (rows.Read())
        {
            var id = rows.Id(0);
            try
            {
                vehicles.Add(Read(rows, id, people.Open<VehicleDetails>(Table, id, rows.GetFieldValue<byte[]>(12), rows.GetFieldValue<byte[]>(13))));
            }
            catch (Exception error) when (error is SecretFaultException or FormatException or InvalidCastException)
            {
                // One damaged row must not lock everyone else out.
                VehiclesLog.VehicleUnreadable(logger, id, error);
            }
        }

        return vehicles;
    }

    /// <summary>What a vehicle's row holds about people; null where there is no such vehicle.</summary>
    /// <exception cref="SecretFaultException">The row cannot be opened.</exception>
    public VehicleDetails? ReadDetails(SqliteConnection file, Guid id)
    {
        using var command = file.Prepare("SELECT data_key, sealed FROM vehicle WHERE id = $id", ("$id", Columns.Key(id)));
        using var rows = command.ExecuteReader();
        return rows.Read() ? people.Open<VehicleDetails>(Table, id, rows.GetFieldValue<byte[]>(0), rows.GetFieldValue<byte[]>(1)) : null;
    }

    private static Vehicle Read(SqliteDataReader row, Guid id, VehicleDetails details)
    {
        if (!PlateNumber.TryParse(row.GetString(1), out var plate))
        {
            throw new FormatException("The row's plate is none.");
        }

        var (from, until) = (row.InstantOrNull(3), row.InstantOrNull(4));
        _ = WeeklyHours.TryParse(row.TextOrNull(7), out var hours);
        var grant = row.IdOrNull(6) is { } grantId && from is { } begins && until is { } ends
            ? new VehicleGrant(grantId, begins, ends, hours, row.IntOrNull(8), row.GetInt32(9), details.Host ?? "")
            : null;
        return new Vehicle(
            id,
            plate,
            (VehicleStanding)row.GetInt32(2),
            details.Owner,
            details.Unit,
            details.Phone is null ? null : MaskedPhone.Of(details.Phone),
            from,
            until,
            grant?.EntriesLeft,
            row.IntOrNull(5),
            details.Note,
            grant,
            row.GetString(10),
            row.Instant(11));
    }
}
