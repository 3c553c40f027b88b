import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { ApiError } from "../api-error.ts";

/** The dashboard, as it was built: one page for all its paths, and files that it is made of. */
export interface Dashboard {
  /** The page. It may run and load what comes from this server, and nothing else; styles that it makes carry a nonce. */
  readonly page: () => Promise<Response>;
  /** A file of it, by its name, which changes with what is in it.
   *
   * @param encodings what the browser takes: the header Accept-Encoding */
  readonly file: (name: string, encodings: string | null) => Promise<Response>;
}

const mediaTypes: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
  wasm: "application/wasm",
};

/** Opens what `npm run dashboard` has made; its methods reject with an {@link ApiError} `not_found` where it is not there.
 *
 * @param folder Default: that of the package. */
export function openDashboard(
  folder = fileURLToPath(new URL("../../../dist-dashboard/", import.meta.url)),
): Dashboard {
  return {
    async page() {
      const text = await readFile(`${folder}/index.html`, "utf8").catch(() => {
        throw notBuilt();
      });
      const nonce = randomBytes(16).toString("base64");
      return new Response(text.replaceAll("__NONCE__", nonce), {
        headers: {
          "Content-Type": "text/html; charset=utf-8",
          "Content-Security-Policy": policy(nonce),
        },
      });
    },
    async file(name, encodings) {
      const type = mediaTypes[/^[\w-]+(?:\.[\w-]+)*\.(\w+)$/.exec(name)?.[1] ?? ""];
      if (type === undefined) throw noFile();
      const path = `${folder}/assets/${name}`;
      const headers = {
        "Content-Type": type,
        "Cache-Control": "public, max-age=31536000, immutable",
        Vary: "Accept-Encoding",
        // Workers are under the policy of their own file.
        "Content-Security-Policy":
          "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
      };
      if (encodings?.includes("gzip")) {
        const packed = await readFile(`${path}.gz`).catch(() => undefined);
        if (packed) {
          return new Response(packed, { headers: { ...headers, "Content-Encoding": "gzip" } });
        }
      }
      const bytes = await readFile(path).catch(() => {
        throw noFile();
      });
      return new Response(bytes, { headers });
    },
  };
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function notBuilt(): ApiError {
  return new ApiError(
    "not_found",
    "The dashboard is not built in this checkout.",
    "Build it by `npm run dashboard`, or start the server by `npm start`, which does.",
  );
}

function noFile(): ApiError {
  return new ApiError(
    "not_found",
    "There is no such file of the dashboard.",
    "Load its page again, /dashboard: it names the files there are.",
  );
}
