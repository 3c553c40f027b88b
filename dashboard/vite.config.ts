import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// `__NONCE__` is what the server puts a new nonce in place of, for each page that it sends.
export default defineConfig({
  root: import.meta.dirname,
  base: "/dashboard/",
  plugins: [
    tanstackRouter({
      target: "react",
      autoCodeSplitting: true,
      routesDirectory: `${import.meta.dirname}/routes`,
      generatedRouteTree: `${import.meta.dirname}/route-tree.gen.ts`,
      quoteStyle: "double",
      semicolons: true,
      disableLogging: true,
      // Imports name their files as they are.
      addExtensions: true,
    }),
    react(),
  ],
  html: { cspNonce: "__NONCE__" },
  worker: { format: "es" },
  build: {
    outDir: `${import.meta.dirname}/../dist-dashboard`,
    emptyOutDir: true,
    // What is a file of its own is cached and needs no data: URL.
    assetsInlineLimit: 0,
    target: "es2024",
    // How long plugins took is of no interest to who starts the server.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  logLevel: "warn",
});
