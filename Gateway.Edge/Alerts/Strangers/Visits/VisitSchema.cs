namespace Gateway.Edge.Alerts.Strangers.Visits;

/// <summary>The tables of <c>stranger-visits.db</c>. Times are milliseconds since 1970.</summary>
internal static class VisitSchema
{
    public const string Tables = """
        PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;
        CREATE TABLE IF NOT EXISTS visit(
            id TEXT PRIMARY KEY, gate TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, sightings INTEGER NOT NULL,
            stays TEXT NOT NULL, portrait TEXT, face TEXT, lingering INTEGER NOT NULL, open INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS visit_first ON visit(first);
        CREATE INDEX IF NOT EXISTS visit_face ON visit(face) WHERE face IS NOT NULL;
        CREATE TABLE IF NOT EXISTS face(id TEXT PRIMARY KEY, visits INTEGER NOT NULL, since INTEGER NOT NULL, last INTEGER NOT NULL, sealed BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS feedback(
            visit TEXT PRIMARY KEY, verdict TEXT NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL, luma INTEGER, height INTEGER) WITHOUT ROWID;
        """;
}
