import type { Config } from "tailwindcss";

/** Colours are the tokens of app/tokens.css, so that light, dark and print are one set of class names. */
const token = (name: string) => `var(--${name})`;

const config: Config = {
  content: [
    "./app/**/*.{ts,tsx}",
    "./components/**/*.{ts,tsx}",
    "./node_modules/@tremor/react/dist/components/vis-elements/CategoryBar/*.js",
  ],
  darkMode: ["selector", '[data-theme="dark"]'],
  theme: {
    fontFamily: {
      sans: ['"Noto Sans SC"', "system-ui", "sans-serif"],
      mono: ["ui-monospace", "Consolas", '"Noto Sans SC"', "monospace"],
    },
    // Tremor adds `-500` to a colour's name; the plain name is ours.
    colors: {
      transparent: "transparent",
      current: "currentColor",
      paper: token("paper"),
      raised: token("raised"),
      ink: token("ink"),
      quiet: token("quiet"),
      rule: token("rule"),
      accent: token("accent"),
      warning: token("warning"),
      "last-year": token("last-year"),
      "step-1": { DEFAULT: token("step-1"), 500: token("step-1") },
      "step-2": { DEFAULT: token("step-2"), 500: token("step-2") },
      "step-3": { DEFAULT: token("step-3"), 500: token("step-3") },
      "step-4": { DEFAULT: token("step-4"), 500: token("step-4") },
    },
    fontSize: {
      note: ["12px", "18px"],
      table: ["14px", "22px"],
      body: ["15px", "24px"],
      heading: ["16px", "24px"],
      sentence: ["17px", "28px"],
      title: ["18px", "28px"],
      figure: ["34px", "40px"],
    },
    fontWeight: { normal: "400", strong: "600" },
    extend: { borderRadius: { "tremor-full": "0px" } },
  },
  safelist: ["bg-step-1-500", "bg-step-2-500", "bg-step-3-500", "bg-step-4-500"],
};

export default config;
