using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Charging.Outlets;

/// <summary>The keys of the outlets' QR codes as rows. They are printed for everybody to see, so they lie there as they are.</summary>
internal static class LabelRows
{
    /// <summary>Every label.</summary>
    public static Dictionary<OutletId, string> All(SqliteConnection file)
    {
        using var command = file.Prepare("SELECT device, outlet, key FROM label");
        using var rows = command.ExecuteReader();
        var labels = new Dictionary<OutletId, string>();
        while (rows.Read())
        {
            labels[new OutletId(rows.GetString(0), rows.GetString(1))] = rows.GetString(2);
        }

        return labels;
    }

    /// <summary>Puts a key in, in place of the outlet's last one.</summary>
    public static void Put(SqliteConnection file, OutletId outlet, string key, DateTimeOffset at) => file.Execute(
        "INSERT OR REPLACE INTO label (device, outlet, key, made_at) VALUES ($device, $outlet, $key, $at)",
        ("$device", outlet.Device),
        ("$outlet", outlet.Outlet),
        ("$key", key),
        ("$at", at.UtcTicks));
}
