ALTER TABLE "loads" ADD COLUMN "entered_by" text;--> statement-breakpoint
ALTER TABLE "loads" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "data_versions" ADD COLUMN "rederived_region" text;