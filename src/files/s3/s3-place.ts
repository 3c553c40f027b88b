/** A bucket of an object store that speaks S3. Credentials come from where the tools of AWS look for them: the environment, files of the user, the role of the machine. */
export interface S3Place {
  readonly bucket: string;
  /** Default: that of the environment, else us-east-1. */
  readonly region?: string | undefined;
  /** Address of the store where it is not Amazon's. */
  readonly endpoint?: string | undefined;
  /** What the names of all objects begin with. Default: nothing. */
  readonly prefix?: string | undefined;
  /** Whether the bucket stands in the path and not in the name of the host. Default: no. */
  readonly pathStyle?: boolean | undefined;
  /** How the store is to encrypt. Default: as the bucket says. */
  readonly encryption?: "AES256" | "aws:kms" | undefined;
  /** The key that `aws:kms` takes. Default: the account's own. */
  readonly kmsKey?: string | undefined;
}
