import type { Metadata, Viewport } from "next";
import { type ReactNode, Suspense } from "react";
import { ExplanationDialog } from "@/components/ExplanationDialog";
import { Navigation } from "@/components/Navigation";
import { Preferences } from "@/components/Preferences";
import { messagesIn } from "@/messages/index";
import { readPreferences } from "./preferences";
import { type Route, routes } from "./routes";
import "./globals.css";
import "./frame.css";
import "./shapes.css";
import "./tables.css";
import "./explanation.css";
import "@/components/charts/curve.css";
import "@/components/charts/fan.css";
import "@/components/charts/marks.css";
import "@/components/charts/bars.css";
import "@/components/charts/columns.css";
import "@/components/charts/waterfall.css";
import "@/components/charts/chart.css";
import "./officialForm.css";
import "./overview.css";
import "./print.css";

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export async function generateMetadata(): Promise<Metadata> {
  const { shell } = messagesIn((await readPreferences()).language);
  return { title: { default: shell.product, template: `%s · ${shell.product}` }, description: shell.description };
}

/** The frame of every page: what can be visited, the reader's preferences, and the dialog in which a number explains itself. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { language, theme } = await readPreferences();
  const { shell, explanation } = messagesIn(language);
  return (
    <html lang={language} data-theme={theme === "system" ? undefined : theme}>
      <body>
        <a href="#content" className="skip">
          {shell.skip}
        </a>
        <div className="frame">
          <header className="sidebar">
            <p className="brand">{shell.product}</p>
            <Suspense>
              <Navigation
                label={shell.navigation}
                items={Object.entries(routes).map(([name, href]) => ({ href, label: shell[name as Route] }))}
              />
              <Preferences
                rows={[
                  {
                    name: "language",
                    label: shell.language,
                    choices: [
                      { value: "zh-CN", label: "中文", chosen: language === "zh-CN" },
                      { value: "en", label: "English", chosen: language === "en" },
                    ],
                  },
                  {
                    name: "theme",
                    label: shell.theme,
                    choices: [
                      { value: "system", label: shell.themeSystem, chosen: theme === "system" },
                      { value: "light", label: shell.themeLight, chosen: theme === "light" },
                      { value: "dark", label: shell.themeDark, chosen: theme === "dark" },
                    ],
                  },
                ]}
              />
            </Suspense>
          </header>
          <main id="content" tabIndex={-1}>
            {children}
          </main>
        </div>
        <ExplanationDialog words={explanation} />
      </body>
    </html>
  );
}
