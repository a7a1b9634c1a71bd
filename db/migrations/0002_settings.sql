CREATE TABLE "settings" (
	"region" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"revision" integer NOT NULL,
	"value" jsonb,
	"entered_at" timestamp with time zone NOT NULL,
	"entered_by" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "settings_region_kind_key_revision_pk" PRIMARY KEY("region","kind","key","revision")
);
