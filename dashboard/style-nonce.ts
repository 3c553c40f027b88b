/** What styles need that the page makes while it runs: the server sends a new one with each page. */
export const styleNonce =
  document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ?? "";

// The library that holds the page still behind a dialog asks for it by this name.
Object.assign(globalThis, { __webpack_nonce__: styleNonce });
