using System.Globalization;
using System.Text.Json;
using Gateway.Drivers.Devices.Patrols;
using Gateway.Edge.Storage;

namespace Gateway.Edge.Patrols;

/// <summary>The last patrols' reports on disk. Safe for several threads.</summary>
internal sealed class PatrolStore(UpkeepDatabase database)
{
    /// <summary>Reports kept: a month of two a day.</summary>
    private const int Kept = 60;

    /// <summary>The newest report; null when there is none.</summary>
    public PatrolReport? Last() => database.Read<PatrolReport?>(
        "a patrol's report",
        "SELECT data FROM patrol ORDER BY started DESC LIMIT 1",
        row => JsonSerializer.Deserialize<PatrolReport>(row.GetString(0), PatrolJson.Options) ?? throw new JsonException("null")) is [var last, ..] ? last : null;

    /// <summary>Keeps a report; the oldest makes room.</summary>
    public void Save(PatrolReport report) => database.Write("A patrol's report", connection =>
    {
        connection.Execute(
            "INSERT OR REPLACE INTO patrol(started, data) VALUES ($started, $data)",
            ("$started", report.Started.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)),
            ("$data", JsonSerializer.Serialize(report, PatrolJson.Options)));
        connection.Execute(
            "DELETE FROM patrol WHERE started NOT IN (SELECT started FROM patrol ORDER BY started DESC LIMIT $kept)", ("$kept", Kept));
    });
}
