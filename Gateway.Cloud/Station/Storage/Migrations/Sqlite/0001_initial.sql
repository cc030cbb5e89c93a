-- First schema: events and journals, media, alerts, accounts, audit.
CREATE TABLE "compounds" (
    "id" TEXT NOT NULL CONSTRAINT "pk_compounds" PRIMARY KEY,
    "online" INTEGER NOT NULL,
    "since" INTEGER NOT NULL,
    "journal" TEXT NULL,
    "last_sequence" INTEGER NULL,
    "last_event" INTEGER NULL
);

CREATE TABLE "events" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_events" PRIMARY KEY AUTOINCREMENT,
    "compound" TEXT NOT NULL,
    "journal" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "time" INTEGER NOT NULL,
    "received" INTEGER NOT NULL,
    "priority" INTEGER NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "data" TEXT NOT NULL
);

CREATE TABLE "journal_ranges" (
    "compound" TEXT NOT NULL,
    "journal" TEXT NOT NULL,
    "first" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,
    CONSTRAINT "pk_journal_ranges" PRIMARY KEY ("compound", "journal", "first")
);

CREATE TABLE "media" (
    "compound" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "announced" INTEGER NOT NULL,
    "stored" INTEGER NULL,
    CONSTRAINT "pk_media" PRIMARY KEY ("compound", "sha256")
);

CREATE TABLE "officers" (
    "id" TEXT NOT NULL CONSTRAINT "pk_officers" PRIMARY KEY,
    "must_change_password" INTEGER NOT NULL,
    "user_name" TEXT NULL,
    "normalized_user_name" TEXT NULL,
    "email" TEXT NULL,
    "normalized_email" TEXT NULL,
    "email_confirmed" INTEGER NOT NULL,
    "password_hash" TEXT NULL,
    "security_stamp" TEXT NULL,
    "concurrency_stamp" TEXT NULL,
    "phone_number" TEXT NULL,
    "phone_number_confirmed" INTEGER NOT NULL,
    "two_factor_enabled" INTEGER NOT NULL,
    "lockout_end" INTEGER NULL,
    "lockout_enabled" INTEGER NOT NULL,
    "access_failed_count" INTEGER NOT NULL
);

CREATE TABLE "portrait_views" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_portrait_views" PRIMARY KEY AUTOINCREMENT,
    "time" INTEGER NOT NULL,
    "officer" TEXT NOT NULL,
    "alert" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "address" TEXT NOT NULL
);

CREATE TABLE "quarantine" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_quarantine" PRIMARY KEY AUTOINCREMENT,
    "received" INTEGER NOT NULL,
    "topic" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "excerpt" BLOB NOT NULL
);

CREATE TABLE "roles" (
    "id" TEXT NOT NULL CONSTRAINT "pk_roles" PRIMARY KEY,
    "name" TEXT NULL,
    "normalized_name" TEXT NULL,
    "concurrency_stamp" TEXT NULL
);

CREATE TABLE "stranger_alerts" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_stranger_alerts" PRIMARY KEY AUTOINCREMENT,
    "compound" TEXT NOT NULL,
    "stranger" TEXT NOT NULL,
    "journal" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "gate" TEXT NOT NULL,
    "gate_zh" TEXT NOT NULL,
    "gate_en" TEXT NOT NULL,
    "reason_zh" TEXT NOT NULL,
    "reason_en" TEXT NOT NULL,
    "sightings" INTEGER NOT NULL,
    "first_seen" INTEGER NOT NULL,
    "last_seen" INTEGER NOT NULL,
    "portrait" TEXT NULL,
    "revision" INTEGER NOT NULL,
    "acknowledged_by" TEXT NULL,
    "acknowledged_at" INTEGER NULL
);

CREATE TABLE "officer_claims" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_officer_claims" PRIMARY KEY AUTOINCREMENT,
    "user_id" TEXT NOT NULL,
    "claim_type" TEXT NULL,
    "claim_value" TEXT NULL,
    CONSTRAINT "fk_officer_claims_officers" FOREIGN KEY ("user_id") REFERENCES "officers" ("id") ON DELETE CASCADE
);

CREATE TABLE "officer_logins" (
    "login_provider" TEXT NOT NULL,
    "provider_key" TEXT NOT NULL,
    "provider_display_name" TEXT NULL,
    "user_id" TEXT NOT NULL,
    CONSTRAINT "pk_officer_logins" PRIMARY KEY ("login_provider", "provider_key"),
    CONSTRAINT "fk_officer_logins_officers" FOREIGN KEY ("user_id") REFERENCES "officers" ("id") ON DELETE CASCADE
);

CREATE TABLE "officer_tokens" (
    "user_id" TEXT NOT NULL,
    "login_provider" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NULL,
    CONSTRAINT "pk_officer_tokens" PRIMARY KEY ("user_id", "login_provider", "name"),
    CONSTRAINT "fk_officer_tokens_officers" FOREIGN KEY ("user_id") REFERENCES "officers" ("id") ON DELETE CASCADE
);

CREATE TABLE "officer_roles" (
    "user_id" TEXT NOT NULL,
    "role_id" TEXT NOT NULL,
    CONSTRAINT "pk_officer_roles" PRIMARY KEY ("user_id", "role_id"),
    CONSTRAINT "fk_officer_roles_officers" FOREIGN KEY ("user_id") REFERENCES "officers" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_officer_roles_roles" FOREIGN KEY ("role_id") REFERENCES "roles" ("id") ON DELETE CASCADE
);

CREATE TABLE "role_claims" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_role_claims" PRIMARY KEY AUTOINCREMENT,
    "role_id" TEXT NOT NULL,
    "claim_type" TEXT NULL,
    "claim_value" TEXT NULL,
    CONSTRAINT "fk_role_claims_roles" FOREIGN KEY ("role_id") REFERENCES "roles" ("id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "ix_events_compound_journal_sequence" ON "events" ("compound", "journal", "sequence");

CREATE INDEX "ix_events_kind_id" ON "events" ("kind", "id");

CREATE UNIQUE INDEX "ix_events_source_event_id" ON "events" ("source", "event_id");

CREATE INDEX "ix_media_compound_stored" ON "media" ("compound", "stored");

CREATE INDEX "ix_officer_claims_user_id" ON "officer_claims" ("user_id");

CREATE INDEX "ix_officer_logins_user_id" ON "officer_logins" ("user_id");

CREATE INDEX "ix_officer_roles_role_id" ON "officer_roles" ("role_id");

CREATE INDEX "ix_officers_normalized_email" ON "officers" ("normalized_email");

CREATE UNIQUE INDEX "ix_officers_normalized_user_name" ON "officers" ("normalized_user_name");

CREATE INDEX "ix_portrait_views_alert" ON "portrait_views" ("alert");

CREATE INDEX "ix_role_claims_role_id" ON "role_claims" ("role_id");

CREATE UNIQUE INDEX "ix_roles_normalized_name" ON "roles" ("normalized_name");

CREATE UNIQUE INDEX "ix_stranger_alerts_compound_stranger" ON "stranger_alerts" ("compound", "stranger");

CREATE INDEX "ix_stranger_alerts_portrait" ON "stranger_alerts" ("portrait");

CREATE INDEX "ix_stranger_alerts_revision" ON "stranger_alerts" ("revision");
