using System.Text.Json;
using Gateway.Edge.Storage;

namespace Gateway.Edge.Patrols.Tickets;

/// <summary>Tickets on disk. Safe for several threads.</summary>
internal sealed class TicketStore(UpkeepDatabase database)
{
    /// <summary>Every ticket.</summary>
    public IReadOnlyList<RepairTicket> Load() => database.Read(
        "a ticket",
        "SELECT data FROM ticket",
        row => JsonSerializer.Deserialize<RepairTicket>(row.GetString(0), PatrolJson.Options) ?? throw new JsonException("null"));

    /// <summary>Writes one ticket.</summary>
    public void Save(RepairTicket ticket) => database.Write("A ticket", connection => connection.Execute(
        "INSERT INTO ticket(id, device, code, data) VALUES ($id, $device, $code, $data) ON CONFLICT(id) DO UPDATE SET data = excluded.data",
        ("$id", ticket.Id),
        ("$device", ticket.Device),
        ("$code", ticket.Code),
        ("$data", JsonSerializer.Serialize(ticket, PatrolJson.Options))));
}
