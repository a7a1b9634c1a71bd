CREATE TABLE "rubrics" (
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"document" jsonb NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"entered_by" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "rubrics_id_version_pk" PRIMARY KEY("id","version")
);
