import type { CompletionNode, CompletionValue, CompletionWord } from "./completion-node.ts";

/** A script that completes a command in zsh, with what each word means. */
export function zshCompletion(name: string, nodes: readonly CompletionNode[]): string {
  const paths = nodes.slice(1).map(({ path }) => path);
  const values = nodes.flatMap(({ path, flags }) =>
    flags.flatMap(({ names, value }) =>
      value === undefined
        ? []
        : [
            `    (${names.map((flag) => `"${path} ${flag}"`).join("|")}) ${propose(value)}; return ;;`,
          ],
    ),
  );
  const nexts = nodes.map(({ path, flags, next }) => {
    const all = flags.flatMap(({ names, meaning }) => names.map((word) => ({ word, meaning })));
    return `    ("${path}")
      if [[ $PREFIX == -* ]]; then ${propose(all)}; else ${propose(next)}; fi
      ;;`;
  });
  return `#compdef ${name}
# Completes ${name} in zsh. Have it loaded by a line in ~/.zshrc, behind compinit:
#   source <(${name} completion zsh)
_${name}() {
  local place= word before=\${words[CURRENT - 1]}
  local -a proposed
  for word in \${words[2,CURRENT - 1]}; do
    case $place/$word in
      (${paths.join("|")}) place=$place/$word ;;
    esac
  done
  if [[ $PREFIX == --*=* ]]; then
    before=\${PREFIX%%=*}
    compset -P '*='
  fi
  case "$place $before" in
${values.join("\n")}
  esac
  case $place in
${nexts.join("\n")}
  esac
}
compdef _${name} ${name}
`;
}

/** The command that proposes what may stand as a value. */
function propose(value: CompletionValue): string {
  if (value === "file") return "_files";
  if (value === "folder") return "_files -/";
  if (value === "any") return "_message value";
  return `proposed=(${value.map(entry).join(" ")}); _describe word proposed`;
}

function entry({ word, meaning }: CompletionWord): string {
  const text = meaning === "" ? word : `${word}:${meaning}`;
  return `'${text.replaceAll("'", "'\\''")}'`;
}
