import { errors, type JWTPayload, jwtVerify } from "jose";
import { ApiError } from "./api-error.ts";

/** How far clocks may differ, in seconds, before a token counts as made in the future. */
const skew = 5;

/** The claims of a token that is signed by HS256 with the secret, and is valid now. Signatures are compared in constant time.
 *
 * @throws ApiError `authentication`, `token_signature`, `token_expired`, `token_not_yet_valid`, `token_before_issue` */
export async function verifyToken(token: string, secret: string): Promise<JWTPayload> {
  const now = Math.floor(Date.now() / 1000);
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ["HS256"],
      clockTolerance: skew,
    });
    if (payload.exp !== undefined && payload.exp <= now) throw expired();
    if (payload.iat !== undefined && payload.iat > now + skew) {
      throw new ApiError(
        "token_before_issue",
        "The token says that it is issued in the future.",
        "Set the clock of the machine that makes tokens, or leave `iat` out.",
      );
    }
    return payload;
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw refused(error);
  }
}

function refused(error: unknown): ApiError {
  if (error instanceof errors.JWTExpired) return expired();
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === "nbf") {
    if (error.reason === "check_failed") {
      return new ApiError(
        "token_not_yet_valid",
        "The token is not valid yet.",
        "Wait until its `nbf`, or make one that is valid now.",
      );
    }
  }
  if (
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JOSEAlgNotAllowed
  ) {
    return new ApiError(
      "token_signature",
      "The signature of the token is not valid.",
      "Sign it by HS256 with the secret of the key that `api_key` names.",
    );
  }
  return new ApiError(
    "authentication",
    "The header Authorization holds no valid JSON Web Token.",
    "Give the token alone, without `Bearer` before it.",
  );
}

function expired(): ApiError {
  return new ApiError("token_expired", "The token has expired.", "Make a new one.");
}
