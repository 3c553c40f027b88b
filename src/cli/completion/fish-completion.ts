import type { CompletionFlag, CompletionNode, CompletionValue } from "./completion-node.ts";

/** A script that completes a command in fish, with what each word means. */
export function fishCompletion(name: string, nodes: readonly CompletionNode[]): string {
  const paths = nodes.slice(1).map(({ path }) => path);
  const lines = nodes.flatMap(({ path, flags, next }) => {
    const at = `complete -c ${name} -n '__${name}_at ${path || "/"}'`;
    const words = typeof next === "string" ? [] : next;
    return [
      `${at} ${next === "file" ? "-F" : "-f"}`,
      ...words.map(({ word, meaning }) => `${at} -f -a ${word} -d ${quoted(meaning)}`),
      ...flags.map((flag) => `${at} ${flagWords(flag)}`),
    ];
  });
  return `# Completes ${name} in fish. Have it loaded from a file:
#   ${name} completion fish > ~/.config/fish/completions/${name}.fish
function __${name}_at
  set -l path
  for word in (commandline -opc)[2..]
    if contains -- "$path/$word" ${paths.join(" ")}
      set path "$path/$word"
    end
  end
  test "$path" = (string replace -r '^/$' '' -- $argv[1])
end
${lines.join("\n")}
`;
}

function flagWords({ names, meaning, value }: CompletionFlag): string {
  const flags = names.map((flag) =>
    flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
  );
  return [...flags, ...valueWords(value), `-d ${quoted(meaning)}`].join(" ");
}

function valueWords(value: CompletionValue | undefined): string[] {
  if (value === undefined) return [];
  if (value === "file") return ["-r", "-F"];
  if (value === "folder") return ["-x", "-a '(__fish_complete_directories)'"];
  if (value === "any") return ["-x"];
  return ["-x", `-a '${value.map(({ word }) => word).join(" ")}'`];
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
