import { Argument, type Command } from "commander";
import { bashCompletion } from "./completion/bash-completion.ts";
import { type CompletionNode, completionNodes } from "./completion/completion-node.ts";
import { fishCompletion } from "./completion/fish-completion.ts";
import { zshCompletion } from "./completion/zsh-completion.ts";

const scripts: Readonly<
  Record<string, (name: string, nodes: readonly CompletionNode[]) => string>
> = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

/** `chatferry completion SHELL`: a script with which a shell completes commands and flags. */
export function addCompletion(program: Command): void {
  program
    .command("completion")
    .summary("a script with which bash, zsh or fish completes what you type")
    .description(
      "Prints a script with which a shell completes commands, flags and their values.\nPrint it again after an update.",
    )
    .addArgument(new Argument("<shell>", "the shell").choices(Object.keys(scripts)))
    .addHelpText(
      "after",
      `
Examples:
  source <(chatferry completion bash)      in ~/.bashrc
  source <(chatferry completion zsh)       in ~/.zshrc, behind compinit
  chatferry completion fish > ~/.config/fish/completions/chatferry.fish`,
    )
    .action((shell: string) => {
      process.stdout.write(scripts[shell]!(program.name(), completionNodes(program)));
    });
}
