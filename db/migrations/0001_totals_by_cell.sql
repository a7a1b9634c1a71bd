TRUNCATE "totals";--> statement-breakpoint
DROP INDEX "totals_by_batch";--> statement-breakpoint
ALTER TABLE "totals" DROP COLUMN "key";--> statement-breakpoint
ALTER TABLE "totals" ADD COLUMN "cell" text NOT NULL;--> statement-breakpoint
ALTER TABLE "totals" ADD CONSTRAINT "totals_batch_id_scheme_grain_cell_pk" PRIMARY KEY("batch_id","scheme","grain","cell");
