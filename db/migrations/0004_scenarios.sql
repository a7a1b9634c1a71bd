CREATE TABLE "scenarios" (
	"id" text NOT NULL,
	"revision" integer NOT NULL,
	"name" text NOT NULL,
	"region" text NOT NULL,
	"scheme" text NOT NULL,
	"year" integer NOT NULL,
	"through" text NOT NULL,
	"data_version" integer NOT NULL,
	"levers" jsonb,
	"entered_at" timestamp with time zone NOT NULL,
	"entered_by" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "scenarios_id_revision_pk" PRIMARY KEY("id","revision")
);
