import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import { style } from "./style.ts";

/** A part of a page, in which everything that was put into it is escaped. */
export type Html = ReturnType<typeof html>;

/** A page that needs nothing but itself, and may do nothing but show itself.
 *
 * @param body made by the template `html` */
export async function page(title: string, body: Html): Promise<Response> {
  const text = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Chatferry</title>
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        ${body}
      </body>
    </html>`;
  return new Response(String(await text), {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": `default-src 'none'; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
  });
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
