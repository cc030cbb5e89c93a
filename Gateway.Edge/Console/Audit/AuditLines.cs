using System.Text.Json;
using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Console.Audit;

/// <summary>Reads audit records of every kind, also of later versions, as far as they can be read.</summary>
internal static class AuditLines
{
    /// <summary>The record's line; null where it cannot be read at all.</summary>
    public static AuditLine? Of(JournalRecord record)
    {
        try
        {
            using var data = JsonDocument.Parse(record.Data);
            var root = data.RootElement;
            var action = Text(root, "action");
            if (action is null)
            {
                return null;
            }

            var name = Text(root, "order") ?? Text(root, "name") ?? action;
            return new AuditLine(record.Sequence, record.Time, Text(root, "by"), Words(root, action, name), name, Text(root, "why"), Text(root, "device") ?? record.Device)
            {
                Subject = Text(root, "subject") ?? Text(root, "resident"),
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static LocalizedText Words(JsonElement root, string action, string name) => (action, root.TryGetProperty("reason", out var reason)) switch
    {
        (_, true) when reason.ValueKind == JsonValueKind.Object => new(Text(reason, "zh") ?? name, Text(reason, "en") ?? name),
        (ResidentAudit.Enrolled, _) => AuditTexts.Enrolled,
        (ResidentAudit.Withdrawn, _) => AuditTexts.Withdrawn,
        (ResidentAudit.Registered, _) => ResidentTexts.Registered,
        (ResidentAudit.Changed, _) => ResidentTexts.Changed,
        (ResidentAudit.FaceSet, _) => ResidentTexts.FaceSet,
        (ResidentAudit.Erased, _) => AuditTexts.ResidentErased,
        _ => new(name, name),
    };

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
