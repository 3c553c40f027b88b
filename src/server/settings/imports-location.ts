import type { ImportsLocation } from "../../imports/index.ts";
import type { Settings } from "./settings.ts";

/** Where the settings say that imports are. */
export function importsLocation(settings: Settings): ImportsLocation {
  const {
    data: folder,
    database,
    s3Bucket,
    s3Region,
    s3Endpoint,
    s3Prefix,
    s3PathStyle,
    s3Encryption,
  } = settings;
  const location = { folder, ...(database !== undefined && { url: database }) };
  if (s3Bucket === undefined) return location;
  return {
    ...location,
    s3: {
      bucket: s3Bucket,
      region: s3Region,
      endpoint: s3Endpoint,
      prefix: s3Prefix,
      pathStyle: s3PathStyle === "yes",
      ...(s3Encryption !== "none" && { encryption: s3Encryption }),
      kmsKey: settings.s3KmsKey,
    },
  };
}
