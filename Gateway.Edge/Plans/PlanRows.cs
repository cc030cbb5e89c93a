using System.Globalization;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Plans;

/// <summary>Plans, pictures and places as rows.</summary>
internal static class PlanRows
{
    /// <summary>Everything but the pictures' bytes.</summary>
    public static PlansView Load(PlanDatabase database)
    {
        var pictures = database.Read(
            "SELECT plan, is_earlier, id, width, height, at FROM picture",
            row => (Plan: row.GetGuid(0), IsEarlier: row.GetBoolean(1), Picture: new PlanPicture(
                row.GetGuid(2), row.GetInt32(3), row.GetInt32(4), DateTimeOffset.Parse(row.GetString(5), CultureInfo.InvariantCulture))));
        var plans = database.Read("SELECT id, name FROM plan ORDER BY rank", row => (Id: row.GetGuid(0), Name: row.GetString(1)));
        var places = database.Read(
            "SELECT device, plan, x, y, name_zh, name_en FROM place",
            row => new PlanPlace(row.GetString(0), row.GetGuid(1), row.GetDouble(2), row.GetDouble(3), new(row.GetString(4), row.GetString(5))));
        return new PlansView(
            [.. plans.Select(plan => new SitePlan(
                plan.Id,
                plan.Name,
                pictures.First(picture => picture.Plan == plan.Id && !picture.IsEarlier).Picture,
                pictures.FirstOrDefault(picture => picture.Plan == plan.Id && picture.IsEarlier).Picture))],
            places.ToDictionary(place => place.Device, StringComparer.Ordinal));
    }

    public static void AddPlan(SqliteConnection file, Guid id, string name) => file.Execute(
        "INSERT INTO plan(id, rank, name) VALUES ($id, (SELECT COALESCE(MAX(rank), 0) + 1 FROM plan), $name)", ("$id", Text(id)), ("$name", name));

    public static void Rename(SqliteConnection file, Guid id, string name) =>
        file.Execute("UPDATE plan SET name = $name WHERE id = $id", ("$id", Text(id)), ("$name", name));

    public static void RemovePlan(SqliteConnection file, Guid id) => file.Execute("DELETE FROM plan WHERE id = $id", ("$id", Text(id)));

    /// <summary>Puts a picture in force; the one that was becomes the earlier one, whose predecessor goes.</summary>
    public static void PutPicture(SqliteConnection file, Guid plan, PlanPicture picture, byte[] jpeg)
    {
        file.Execute("DELETE FROM picture WHERE plan = $plan AND is_earlier = 1", ("$plan", Text(plan)));
        file.Execute("UPDATE picture SET is_earlier = 1 WHERE plan = $plan", ("$plan", Text(plan)));
        file.Execute(
            "INSERT INTO picture(id, plan, at, is_earlier, width, height, jpeg) VALUES ($id, $plan, $at, 0, $width, $height, $jpeg)",
            ("$id", Text(picture.Id)),
            ("$plan", Text(plan)),
            ("$at", picture.At.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)),
            ("$width", picture.Width),
            ("$height", picture.Height),
            ("$jpeg", jpeg));
    }

    /// <summary>The earlier picture comes into force, and the one in force becomes the earlier one.</summary>
    public static void SwapPictures(SqliteConnection file, Guid plan)
    {
        // By way of a third value: each plan has one picture of each kind.
        file.Execute("UPDATE picture SET is_earlier = 2 WHERE plan = $plan AND is_earlier = 1", ("$plan", Text(plan)));
        file.Execute("UPDATE picture SET is_earlier = 1 WHERE plan = $plan AND is_earlier = 0", ("$plan", Text(plan)));
        file.Execute("UPDATE picture SET is_earlier = 0 WHERE plan = $plan AND is_earlier = 2", ("$plan", Text(plan)));
    }

    public static void PutPlace(SqliteConnection file, PlanPlace place) => file.Execute(
        """
        INSERT INTO place(device, plan, x, y, name_zh, name_en) VALUES ($device, $plan, $x, $y, $zh, $en)
        ON CONFLICT(device) DO UPDATE SET plan = excluded.plan, x = excluded.x, y = excluded.y, name_zh = excluded.name_zh, name_en = excluded.name_en
        """,
        ("$device", place.Device),
        ("$plan", Text(place.Plan)),
        ("$x", place.X),
        ("$y", place.Y),
        ("$zh", place.Name.Zh),
        ("$en", place.Name.En));

    public static void RemovePlace(SqliteConnection file, string device) => file.Execute("DELETE FROM place WHERE device = $device", ("$device", device));

    public static string Text(Guid id) => id.ToString("D");
}
