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
    public PatrolReport? Last() => Read("SELECT data FROM patrol ORDER BY started DESC LIMIT 1") is [var last, ..] ? last : null;

    /// <summary>The report of the patrol that set out then; null when it is not kept.</summary>
    public PatrolReport? Find(DateTimeOffset started) => Read("SELECT data FROM patrol WHERE started = $started", ("$started", Text(started))) is [var found] ? found : null;

    /// <summary>All reports that are kept, the newest first.</summary>
    public IReadOnlyList<PatrolReport> All() => Read("SELECT data FROM patrol ORDER BY started DESC");

    /// <summary>Keeps a report; the oldest makes room.</summary>
    public void Save(PatrolReport report) => database.Write("A patrol's report", connection =>
    {
        connection.Execute(
            "INSERT OR REPLACE INTO patrol(started, data) VALUES ($started, $data)",
            ("$started", Text(report.Started)),
            ("$data", JsonSerializer.Serialize(report, PatrolJson.Options)));
        connection.Execute(
            "DELETE FROM patrol WHERE started NOT IN (SELECT started FROM patrol ORDER BY started DESC LIMIT $kept)", ("$kept", Kept));
    });

    private static string Text(DateTimeOffset instant) => instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private IReadOnlyList<PatrolReport> Read(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) => database.Read(
        "a patrol's report", sql, row => JsonSerializer.Deserialize<PatrolReport>(row.GetString(0), PatrolJson.Options) ?? throw new JsonException("null"), parameters);
}
