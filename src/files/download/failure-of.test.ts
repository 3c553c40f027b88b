import { expect, test } from "vitest";
import { failureOf } from "./failure-of.ts";

const withCode = (code: string) => Object.assign(new Error("failed"), { code });

test.for([
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "certificate_refused", false],
  ["CERT_HAS_EXPIRED", "certificate_refused", false],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "certificate_refused", false],
  ["UND_ERR_CONNECT_TIMEOUT", "timed_out", true],
  ["UND_ERR_HEADERS_TIMEOUT", "timed_out", true],
  ["ETIMEDOUT", "timed_out", true],
  ["ECONNRESET", "unreachable", true],
] as const)("%s is %s", ([code, expected, retry]) => {
  expect(failureOf(withCode(code))).toMatchObject({ code: expected, retry });
  const several = new AggregateError([withCode("ENETUNREACH"), withCode(code)]);
  expect(failureOf(new TypeError("fetch failed", { cause: several }))).toMatchObject({ retry });
});
