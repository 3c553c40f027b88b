import type { CompletionNode } from "./completion-node.ts";

/** A script that completes a command in bash, 3.2 or newer. Where it has nothing to propose, bash proposes files. */
export function bashCompletion(name: string, nodes: readonly CompletionNode[]): string {
  const paths = nodes.slice(1).map(({ path }) => path);
  const values = nodes.flatMap(({ path, flags }) => {
    const valued = flags.filter(({ value }) => value !== undefined);
    const byWords = Map.groupBy(valued, ({ value }) => list(value!));
    return Array.from(byWords, ([words, same]) => {
      const cases = same.flatMap(({ names }) => names.map((flag) => `"${path} ${flag}"`));
      return `    ${cases.join(" | ")}) words="${words}" ;;`;
    });
  });
  const nexts = nodes.map(({ path, flags, next }) => {
    const all = flags.flatMap(({ names }) => names).join(" ");
    return `        "${path}") flags="${all}" words="${list(next)}" ;;`;
  });
  return `# Completes ${name} in bash. Have it loaded by a line in ~/.bashrc:
#   source <(${name} completion bash)
_${name}() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]}
  local path= flags= words= word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $path/$word in
      ${paths.join(" | ")}) path=$path/$word ;;
    esac
  done
  # Bash takes --flag=value for three words.
  if [[ $current == = ]]; then
    current=
  elif [[ $before == = ]]; then
    before=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  case "$path $before" in
${values.join("\n")}
    *)
      case $path in
${nexts.join("\n")}
      esac
      [[ $current == -* ]] && words=$flags
      ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _${name} ${name}
`;
}

function list(value: CompletionNode["next"]): string {
  return typeof value === "string" ? "" : value.map(({ word }) => word).join(" ");
}
