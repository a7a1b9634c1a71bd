CREATE TABLE "institutions" (
	"list_hash" text NOT NULL,
	"institution" text NOT NULL,
	"name" text NOT NULL,
	"hospital_level" text,
	"institution_region" text,
	"ownership" text,
	"village_clinic" boolean,
	CONSTRAINT "institutions_list_hash_institution_pk" PRIMARY KEY("list_hash","institution")
);
--> statement-breakpoint
CREATE TABLE "extracts" (
	"load_id" text NOT NULL,
	"extract_number" integer NOT NULL,
	"region" text NOT NULL,
	"scheme" text NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"profile" text NOT NULL,
	"coverage" text[] NOT NULL,
	"path" text NOT NULL,
	"rows" bigint NOT NULL,
	"received_on" date NOT NULL,
	"has_reversal_mark" boolean DEFAULT true NOT NULL,
	CONSTRAINT "extracts_load_id_extract_number_pk" PRIMARY KEY("load_id","extract_number")
);
--> statement-breakpoint
CREATE TABLE "loads" (
	"load_id" text PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	"scheme" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"base_version" integer NOT NULL,
	"report" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "regions" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "totals" (
	"batch_id" text NOT NULL,
	"scheme" text NOT NULL,
	"grain" text NOT NULL,
	"key" jsonb NOT NULL,
	"amounts" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "data_versions" (
	"version" integer PRIMARY KEY NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"load_id" text,
	"restored_from" integer,
	"load_ids" text[] NOT NULL,
	"content_hash" text NOT NULL,
	"files" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publication" (
	"id" integer PRIMARY KEY NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "version_totals" (
	"version" integer NOT NULL,
	"region" text NOT NULL,
	"period" text NOT NULL,
	"batch_id" text NOT NULL,
	CONSTRAINT "version_totals_version_region_period_pk" PRIMARY KEY("version","region","period")
);
--> statement-breakpoint
CREATE INDEX "totals_by_batch" ON "totals" USING btree ("batch_id","scheme","grain");