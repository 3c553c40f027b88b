import { createTheme, type CSSVariablesResolver } from "@mantine/core";

/** The look of the dashboard: the system's own fonts, the blue of the logo, contrast of 4.5 to 1 and more. */
export const theme = createTheme({
  colors: {
    ferry: [
      "#e8f6fb",
      "#d3eaf3",
      "#a5d5e6",
      "#74bfd9",
      "#4facce",
      "#389fc8",
      "#2899c5",
      "#0b5d7a",
      "#095069",
      "#063f54",
    ],
  },
  primaryColor: "ferry",
  primaryShade: { light: 7, dark: 7 },
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  fontFamilyMonospace: "ui-monospace, Menlo, Consolas, 'Noto Sans Mono', monospace",
  defaultRadius: "md",
  cursorType: "pointer",
  components: {
    Modal: {
      defaultProps: {
        // Its header is not that of the page.
        attributes: { header: { role: "presentation" } },
        closeButtonProps: { "aria-label": "Close" },
      },
    },
  },
  headings: {
    fontWeight: "650",
    sizes: { h1: { fontSize: "1.6rem" }, h2: { fontSize: "1.15rem" } },
  },
});

/** What Mantine has too pale for small text. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "#566170",
    "--mantine-color-placeholder": "#66707d",
    "--mantine-color-error": "#c01f2e",
    "--mantine-color-anchor": "#0b5d7a",
    "--mantine-color-yellow-light-color": "#7a4500",
    "--mantine-color-green-light-color": "#1c6b2a",
    "--mantine-color-blue-light-color": "#1259a3",
    "--mantine-color-gray-light-color": "#495057",
    "--mantine-color-red-light-color": "#b3202b",
  },
  dark: {
    "--mantine-color-dimmed": "#a4adb8",
    "--mantine-color-placeholder": "#9aa3ae",
    "--mantine-color-error": "#ff8f8f",
    "--mantine-color-anchor": "#74bfd9",
  },
});
