import { html } from "hono/html";
import { apiErrors } from "../api-errors.ts";
import { page } from "./page.ts";

/** The page that errors refer to in `more_info`. */
export function errorsPage(): Promise<Response> {
  return page(
    "Errors",
    html`<main>
      <h1>Errors of the API</h1>
      <p>
        The body of an error has its <code>code</code>, its HTTP status as <code>StatusCode</code>,
        a <code>message</code> that says what is wrong and what to do, and in <code>error</code> a
        word for programs: that of the table or a finer one. <code>exception_fields</code> says what
        is wrong with single fields. The header <code>X-Request-Id</code> names the request in the
        log of the server. <a href="/docs/api">The API</a>.
      </p>
      <table>
        <tr>
          <th>error</th>
          <th>code</th>
          <th>status</th>
          <th></th>
        </tr>
        ${Object.entries(apiErrors).map(
          ([kind, { code, status, meaning }]) =>
            html`<tr id="${kind}">
              <td><code>${kind}</code></td>
              <td>${code}</td>
              <td>${status}</td>
              <td>
                ${meaning
                  .split("`")
                  .map((part, n) => (n % 2 === 1 ? html`<code>${part}</code>` : part))}
              </td>
            </tr>`,
        )}
      </table>
    </main>`,
  );
}
