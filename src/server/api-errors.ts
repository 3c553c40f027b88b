/** Every kind of error that the API answers with: its code, its HTTP status, and what it means. Codes and statuses are those of the hosted service, except for the kinds whose `code` is shared with another. Source: http-api section 3. */
export const apiErrors = {
  internal: {
    code: -1,
    status: 500,
    meaning: "Something failed on the server; its log has the request.",
  },
  unavailable: {
    code: -1,
    status: 503,
    meaning:
      "The server cannot do it now, as its disk is full, its store is locked, or it stops. Try again later.",
  },
  unknown_key: {
    code: 2,
    status: 401,
    meaning: "`api_key` is missing in the query, or is not one that opens an app.",
  },
  invalid_input: {
    code: 4,
    status: 400,
    meaning: "The path, the query or the body is not as the API takes it.",
  },
  wrong_state: {
    code: 4,
    status: 409,
    meaning: "What is asked for cannot be done as things stand.",
  },
  method_not_allowed: {
    code: 4,
    status: 405,
    meaning: "The path takes other methods, which the header `Allow` names.",
  },
  authentication: {
    code: 5,
    status: 401,
    meaning:
      "The header `Authorization` holds no JSON Web Token, or one that is neither a server token nor a user token; or nobody is signed in.",
  },
  rate_limited: {
    code: 9,
    status: 429,
    meaning: "Too many requests; the header `Retry-After` says in how many seconds there are more.",
  },
  not_found: { code: 16, status: 404, meaning: "There is none of that name, or not for you." },
  not_allowed: {
    code: 17,
    status: 403,
    meaning: "The token or the account does not permit it, or the app does not.",
  },
  unsupported_media: {
    code: 4,
    status: 415,
    meaning: "The body is of a media type that the path does not take.",
  },
  range: {
    code: 4,
    status: 416,
    meaning: "The header `Range` asks for what the file does not have, or for several ranges.",
  },
  no_access: {
    code: 70,
    status: 403,
    meaning: "The user has no access to the channel: it is of another team, or there is none.",
  },
  protocol_version: {
    code: 4,
    status: 412,
    meaning: "The header `Tus-Resumable` names another version of tus than 1.0.0, or is missing.",
  },
  too_large: { code: 22, status: 413, meaning: "The body is larger than the server takes." },
  timeout: { code: 23, status: 408, meaning: "The body did not come in time." },
  headers_too_large: {
    code: 24,
    status: 431,
    meaning: "The path, the query and the headers are larger than the server takes.",
  },
  token_expired: { code: 40, status: 401, meaning: "The token's `exp` is past." },
  token_not_yet_valid: { code: 41, status: 401, meaning: "The token's `nbf` is still to come." },
  token_before_issue: { code: 42, status: 401, meaning: "The token's `iat` is still to come." },
  token_signature: {
    code: 43,
    status: 401,
    meaning: "The token is not signed by HS256 with the secret of the key that `api_key` names.",
  },
} as const satisfies Record<
  string,
  { readonly code: number; readonly status: number; readonly meaning: string }
>;

/** The name of a kind of error. */
export type ApiErrorKind = keyof typeof apiErrors;
