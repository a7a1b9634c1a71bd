import type { ReactNode } from "react";
import { EmptyState } from "@/components/EmptyState";
import { PageHeader } from "@/components/PageHeader";
import { RegionChoice } from "@/components/RegionChoice";
import { messagesIn } from "@/messages/index";
import type { Language } from "@/messages/language";
import { routes } from "../routes";
import { type Section, sections, settingsHref } from "./sections";
import type { SettingsShown } from "./shown";
import "./settings.css";

/** The frame of every page of 设置: whose settings, and the way to the other sections. Null: the index. */
export function SettingsFrame(props: { shown: SettingsShown; section: Section | null; children: ReactNode }) {
  const { shown, section, children } = props;
  const { words, region, regions } = shown;
  const { settingsPages: texts, shell } = words;
  return (
    <>
      <PageHeader
        title={section ? `${texts.title} · ${texts.sections[section]}` : texts.title}
        basis={
          <>
            <span>{region.name}</span>
            {region.demo && <span className="badge">{shell.demo}</span>}
          </>
        }
      >
        <RegionChoice region={region.code} regions={regions} words={shell} />
      </PageHeader>
      {section && (
        <nav className="section-links screen-only" aria-label={texts.title}>
          <a className="link" href={`${routes.settings}?region=${region.code}`}>
            {texts.title}
          </a>
          {sections.map((each) => (
            <a
              key={each}
              className="link"
              href={settingsHref(each, region.code)}
              aria-current={each === section ? "page" : undefined}
            >
              {texts.sections[each]}
            </a>
          ))}
        </nav>
      )}
      {children}
    </>
  );
}

/** 设置 before there is any region to set something for. */
export function NoRegion({ language }: { language: Language }) {
  const { settingsPages: texts, overview, shell } = messagesIn(language);
  return (
    <>
      <PageHeader title={texts.title} />
      <EmptyState title={overview.emptyTitle}>
        <p>{overview.emptyText}</p>
        <p className="mt-4">
          <a className="link" href={routes.data}>
            {shell.data}
          </a>
        </p>
      </EmptyState>
    </>
  );
}
