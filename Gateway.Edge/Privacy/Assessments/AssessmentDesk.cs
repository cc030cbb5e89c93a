using System.Text.Json;
using Gateway.Cloud.Contract;
using Gateway.Edge.Privacy.Storage;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Privacy.Assessments;

/// <summary>Impact assessments: each saving is a new version, and none is ever changed or removed. Safe for use by several threads.</summary>
internal sealed class AssessmentDesk(PrivacyDatabase database, TimeProvider clock)
{
    private const int LongestBy = 128;

    /// <summary>Saves a version; durable with its audit fact when it returns.</summary>
    public Task<Assessment> SaveAsync(AssessmentForm answers, string by, CancellationToken cancellationToken) => database.ChangeAsync(
        change =>
        {
            var (now, who) = (clock.GetUtcNow(), by.Length <= LongestBy ? by : by[..LongestBy]);
            change.File.Execute(
                "INSERT INTO assessment (at, saved_by, data) VALUES ($at, $by, $data)", ("$at", now.UtcTicks), ("$by", who), ("$data", JsonSerializer.Serialize(answers)));
            var version = change.File.Scalar<long>("SELECT last_insert_rowid()");
            change.Record(new PrivacyAudit(
                PrivacyAudit.AssessmentSaved, null, who, new LocalizedText($"保存了影响评估第 {version} 版", $"Version {version} of the impact assessment was saved"), now));
            return new Assessment(version, now, who, answers);
        },
        remember: null,
        cancellationToken);

    /// <summary>Every version, the newest first.</summary>
    public Task<List<Assessment>> ListAsync(CancellationToken cancellationToken) => database.ReadAsync(Read, cancellationToken);

    private static List<Assessment> Read(SqliteConnection file)
    {
        using var command = file.Prepare("SELECT version, at, saved_by, data FROM assessment ORDER BY version DESC");
        using var rows = command.ExecuteReader();
        var found = new List<Assessment>();
        while (rows.Read())
        {
            found.Add(new Assessment(rows.GetInt64(0), rows.Instant(1), rows.GetString(2), JsonSerializer.Deserialize<AssessmentForm>(rows.GetString(3)) ?? new AssessmentForm()));
        }

        return found;
    }
}
