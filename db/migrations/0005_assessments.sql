CREATE TABLE "assessment_changes" (
	"id" text NOT NULL,
	"revision" integer NOT NULL,
	"kind" text NOT NULL,
	"parts" text[],
	"value" jsonb,
	"entered_at" timestamp with time zone NOT NULL,
	"entered_by" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "assessment_changes_id_revision_pk" PRIMARY KEY("id","revision")
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"id" text PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	"scheme" text NOT NULL,
	"year" integer NOT NULL,
	"rubric" jsonb NOT NULL
);
