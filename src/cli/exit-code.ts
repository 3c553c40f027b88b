/** What the command line exits with; a contract, see docs/command-line.md. */
export const exitCode = {
  /** Done, and nothing wrong; warnings do not count. */
  fine: 0,
  /** The file has errors. */
  issues: 1,
  /** The command was given wrongly. */
  usage: 2,
  /** Something outside the file and the command went wrong: a file that cannot be read, a full disk, a locked database. */
  failure: 3,
  /** A person stopped it: by Ctrl-C, or by saying no where they were asked. */
  interrupted: 130,
} as const;
