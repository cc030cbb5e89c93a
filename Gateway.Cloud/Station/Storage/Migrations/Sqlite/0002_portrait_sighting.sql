-- Remembers which sighting a portrait is from, so that events may arrive in any order.
ALTER TABLE "stranger_alerts" ADD COLUMN "portrait_sighting" INTEGER NULL;
