-- Keeps who acknowledged and who reopened an alert; the alert itself shows the present state alone.
CREATE TABLE "alert_marks" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_alert_marks" PRIMARY KEY AUTOINCREMENT,
    "time" INTEGER NOT NULL,
    "officer" TEXT NOT NULL,
    "alert" INTEGER NOT NULL,
    "acknowledged" INTEGER NOT NULL,
    "address" TEXT NOT NULL
);

CREATE INDEX "ix_alert_marks_alert" ON "alert_marks" ("alert");
