using Gateway.Edge.Access.Csv;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Rules;

namespace Gateway.Edge.Access.Vehicles.Csv;

/// <summary>What a table would do to the registry, row by row, and everything that is wrong with it. Changes nothing.</summary>
internal sealed class ImportPlan
{
    /// <summary>Most faults that are told one by one.</summary>
    public const int MostFaults = 500;

    private readonly List<ImportFault> _faults;

    private ImportPlan(TableContent table) => (_faults, Rows) = ([.. table.Faults], table.Rows.Count + table.Faults.Count);

    /// <summary>Vehicles to store, each with what is registered under its plate now; empty while there are faults.</summary>
    public IReadOnlyList<(CheckedVehicle Vehicle, Vehicle? Existing)> Vehicles { get; private set; } = [];

    /// <summary>Rows besides the header.</summary>
    public int Rows { get; private init; }

    /// <summary>How many faults there are.</summary>
    public int FaultCount => _faults.Count;

    /// <summary>Checks a table against the registry.</summary>
    public static ImportPlan Make(TableContent table, VehicleSnapshot registry, int maximumVehicles, DateTimeOffset now)
    {
        var plan = new ImportPlan(table);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var vehicles = new List<(CheckedVehicle, Vehicle?)>();
        var added = 0;
        foreach (var row in table.Rows)
        {
            var existing = Perception.Plates.PlateNumber.TryParse(row.Draft.Plate, out var plate) ? registry.Find(plate.Text) : null;
            var (vehicle, refusals) = VehicleFields.Check(row.Draft, existing);
            plan._faults.AddRange(refusals.Select(row.Fault));
            if (existing?.Standing == VehicleStanding.Denied && row.Draft.Standing != VehicleStanding.Denied)
            {
                // An older table must not take anybody off the deny list in passing.
                plan._faults.Add(row.Fault(VehicleRefusals.Taken(VehicleStanding.Denied)));
            }

            if (refusals.Count == 0 && row.Draft.Until <= now && row.Draft.Until != existing?.Until)
            {
                // What was exported after its end may come back as it is.
                plan._faults.Add(row.Fault(VehicleRefusals.Over));
            }

            if (plate is not null && !lines.TryAdd(plate.Text, row.Line.Row.Line))
            {
                plan._faults.Add(row.Repeated(lines[plate.Text]));
            }
            else if (existing is null && registry.Count + ++added == maximumVehicles + 1)
            {
                plan._faults.Add(row.Fault(VehicleRefusals.TooMany(maximumVehicles)));
            }

            if (vehicle is not null)
            {
                vehicles.Add((vehicle, existing));
            }
        }

        plan.Vehicles = plan.FaultCount == 0 ? vehicles : [];
        return plan;
    }

    /// <summary>The report of a table that has faults.</summary>
    public ImportReport Refuse(bool dryRun) => new(
        Rows, 0, 0, 0, dryRun, [.. _faults.OrderBy(fault => fault.Row).Take(MostFaults)], FaultCount);
}
