import { type JWTPayload, SignJWT } from "jose";

/** Signs a token with the secret of an API key.
 *
 * @param seconds how long it is valid; for ever without it */
export function signToken(claims: JWTPayload, secret: string, seconds?: number): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ ...claims, iat: now, ...(seconds && { exp: now + seconds }) })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .sign(new TextEncoder().encode(secret));
}
