import { html } from "hono/html";
import { type Html, page } from "./page.ts";

/** Sends what was typed, and the token of the link, to the path of the page. The token stands behind `#`, so that no log has it. */
const script = `
const form = document.forms[0];
const said = document.getElementById("said");
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const token = new URLSearchParams(location.hash.slice(1)).get("token") ?? "";
  const body = JSON.stringify({ ...Object.fromEntries(new FormData(form)), token });
  const headers = { "Content-Type": "application/json" };
  try {
    const response = await fetch(location.pathname, { method: "POST", headers, body });
    const answer = await response.json();
    form.hidden = response.ok;
    said.textContent = response.ok ? form.dataset.done : answer.message;
  } catch {
    said.textContent = "The server does not answer. Try again.";
  }
});
`;

const password = html`<label>
  Password, of 12 characters or more
  <input
    name="password"
    type="password"
    minlength="12"
    maxlength="128"
    autocomplete="new-password"
    required
  />
</label>`;

/** The page of the link that `serve` prints: makes the first account. */
export function setUpPage(): Promise<Response> {
  return linkPage(
    "Make the first account",
    "It is an admin: it may do everything, in all apps.",
    "The account is made. Sign in by POST /sign_in; /docs/api tells how.",
    html`<label
        >Name <input name="name" maxlength="100" autocomplete="name" required autofocus
      /></label>
      <label>
        E-mail address
        <input name="email" type="email" maxlength="254" autocomplete="username" required />
      </label>
      ${password}`,
  );
}

/** The page of the link that sets the password of an account. */
export function passwordPage(): Promise<Response> {
  return linkPage(
    "Set your password",
    "Whoever is signed in to the account is signed out.",
    "The password is set. Sign in by POST /sign_in; /docs/api tells how.",
    password,
  );
}

function linkPage(title: string, about: string, done: string, fields: Html): Promise<Response> {
  const body = html`<main>
    <h1>${title}</h1>
    <p class="dim">${about}</p>
    <form data-done="${done}">
      ${fields}
      <button>${title}</button>
    </form>
    <p id="said" role="status"></p>
    <noscript>This page needs JavaScript; /docs/api tells how to do without.</noscript>
  </main>`;
  return page(title, body, script);
}
