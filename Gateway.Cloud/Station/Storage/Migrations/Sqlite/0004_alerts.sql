-- One table for alerts of every kind: strangers' keep their ids, which audit rows name. Media of an alert are rows of their own.
-- Commands wait here until their gateway has answered; devices keep the newest word about each.
CREATE TABLE "alerts" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_alerts" PRIMARY KEY AUTOINCREMENT,
    "compound" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "incident" TEXT NOT NULL,
    "journal" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "call_sequence" INTEGER NOT NULL,
    "device" TEXT NOT NULL,
    "device_zh" TEXT NOT NULL,
    "device_en" TEXT NOT NULL,
    "place_zh" TEXT NULL,
    "place_en" TEXT NULL,
    "headline_zh" TEXT NOT NULL,
    "headline_en" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,
    "priority" INTEGER NOT NULL,
    "test" INTEGER NOT NULL,
    "phase" TEXT NULL,
    "count" INTEGER NOT NULL,
    "first_time" INTEGER NOT NULL,
    "last_time" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "acknowledged_by" TEXT NULL,
    "acknowledged_at" INTEGER NULL,
    "lamp_at" INTEGER NULL
);

CREATE TABLE "alert_media" (
    "alert" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    CONSTRAINT "pk_alert_media" PRIMARY KEY ("alert", "sha256")
);

CREATE TABLE "commands" (
    "id" TEXT NOT NULL CONSTRAINT "pk_commands" PRIMARY KEY,
    "compound" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "alert" INTEGER NOT NULL,
    "officer" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "created" INTEGER NOT NULL,
    "give_up" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "expires" INTEGER NULL,
    "finished" INTEGER NULL,
    "outcome" TEXT NULL,
    "reason_zh" TEXT NULL,
    "reason_en" TEXT NULL
);

CREATE TABLE "device_states" (
    "compound" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "reason_zh" TEXT NOT NULL,
    "reason_en" TEXT NOT NULL,
    "availability" TEXT NULL,
    "since" INTEGER NOT NULL,
    "time" INTEGER NOT NULL,
    "journal" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    CONSTRAINT "pk_device_states" PRIMARY KEY ("compound", "device")
);

INSERT INTO "alerts" (id, compound, kind, incident, journal, sequence, call_sequence, device, device_zh, device_en, headline_zh, headline_en, weight,
    priority, test, count, first_time, last_time, revision, acknowledged_by, acknowledged_at)
SELECT id, compound, 'stranger', stranger, journal, sequence, 0, gate, gate_zh, gate_en, reason_zh, reason_en, 2,
    1, 0, sightings, first_seen, last_seen, revision, acknowledged_by, acknowledged_at
FROM "stranger_alerts";

INSERT INTO "alert_media" (alert, sha256, role, rank)
SELECT id, portrait, 'portrait', COALESCE(portrait_sighting, 1) FROM "stranger_alerts" WHERE portrait IS NOT NULL;

DROP TABLE "stranger_alerts";

CREATE UNIQUE INDEX "ix_alerts_compound_kind_incident" ON "alerts" ("compound", "kind", "incident");

CREATE INDEX "ix_alerts_revision" ON "alerts" ("revision");

CREATE INDEX "ix_alert_media_sha256" ON "alert_media" ("sha256");

CREATE INDEX "ix_commands_alert" ON "commands" ("alert");

CREATE INDEX "ix_commands_finished" ON "commands" ("finished");
