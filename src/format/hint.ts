import { explanations } from "./explanations.ts";
import type { Issue } from "./issue.ts";

/** How to mend one issue: as precisely as its arguments allow, else as its code is mended in general. `known` is what was perhaps meant by a reference: one edit away from it, and there. */
export function hint(issue: Issue, known?: string): string {
  if (known !== undefined) return `did you mean \`${known}\`?`;
  switch (issue.code) {
    case "invalid_item_type":
    case "role_not_found":
    case "channel_type_not_found":
      if (issue.suggestion !== undefined) return `did you mean \`${issue.suggestion}\`?`;
      break;
    case "wrong_encoding":
      return `convert it: \`iconv -f ${issue.encoding} -t UTF-8 FILE > NEW\`; in PowerShell: \`Get-Content FILE | Set-Content -Encoding utf8 NEW\``;
    case "misspelled_field":
      return `did you mean \`${issue.suggestion}\`?`;
    case "invalid_value":
      if (issue.field === "channelID" && issue.value.includes("!")) {
        return "a distinct channel has no id of its own: give member_ids (channel_member_ids where it is referred to), or admit `!` with --lighter-validation-id";
      }
      if (issue.allowed === "") return "times are RFC 3339, like 2024-05-01T10:00:00Z";
      return `allowed: ${issue.allowed}`;
    case "custom_data_too_large":
      return `the custom fields take ${issue.size} bytes; shorten them, or keep them elsewhere and store a reference`;
    default:
  }
  return explanations[issue.code].mend;
}
