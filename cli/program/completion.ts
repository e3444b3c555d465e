import { Command } from 'commander';
import { realConsole } from '../machine/console';
import { realStreams } from '../machine/streams';
import { action } from './action';

const instructions = `
Add one of these lines to the configuration of your shell. The command
ecs-metadata-conformance must be on the PATH.
  bash, in ~/.bashrc:
    source <(ecs-metadata-conformance completion bash)
  zsh, in ~/.zshrc after compinit:
    source <(ecs-metadata-conformance completion zsh)
  fish, in ~/.config/fish/config.fish:
    ecs-metadata-conformance completion fish | source`;

export const completion = new Command('completion')
  .description('print the script that makes a shell complete commands, flags and values')
  .argument('<shell>', 'bash, zsh or fish')
  .addHelpText('after', instructions)
  .action(
    action(async (shell: string) => {
      const { completionScript } = await import('../commands/completion/completion-script.js');
      realConsole.out(...completionScript(shell));
      return 0;
    }),
  );

/** For the scripts of `completion`: a word and its description a line, with a tab between them. */
export const complete = new Command('complete').argument('[words...]').action(
  action(async (words: string[], _flags: unknown, command: Command) => {
    const { complete } = await import('../commands/completion/complete.js');
    const candidates = complete(command.parent ?? command, words);
    // Not through the console, which escapes the tab.
    realStreams.out(candidates.map(({ word, description }) => `${word}\t${description}\n`).join(''));
    return 0;
  }),
);
