import { Command, type CommandOptions } from 'commander';
import { realConsole } from '../machine/console';
import { suiteVersion } from '../machine/package-file';
import { baseline } from './baseline';
import { certify, keygen, verify } from './certificate';
import { complete, completion } from './completion';
import { contract } from './contract';
import { clauses, compare, explain } from './inform';
import { merge } from './merge';
import { doctor, init } from './setup';
import { fleet, site } from './site';
import { plan, restore, run, serve } from './target-commands';

const commands = [
  init,
  doctor,
  run,
  plan,
  merge,
  restore,
  serve,
  clauses,
  explain,
  compare,
  baseline,
  fleet,
  site,
  certify,
  verify,
  keygen,
  contract,
  completion,
];

/** The command with all its subcommands. An action imports its modules when it runs. */
export function createProgram(): Command {
  const program = new Command('ecs-metadata-conformance')
    .description('Conformance suite for the API "Configuring ECS Metadata": tests any endpoint, clause by clause.')
    .version(suiteVersion)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => realConsole.out(...linesOf(text)),
      writeErr: (text) => realConsole.err(...linesOf(text)),
      // Commander quotes an unknown option with its value, which may be a token.
      outputError: (text) => realConsole.err(...errorLines(text.replace(/'(--[^'=]+)=[\s\S]*'/, "'$1'"))),
    })
    .showHelpAfterError('(--help lists the commands and flags)');
  for (const command of commands) addCommand(program, command);
  addCommand(program, complete, { hidden: true });
  return program;
}

/** Commander hands its configuration down only to commands that it creates itself. */
function addCommand(parent: Command, command: Command, options: CommandOptions = {}): void {
  for (const each of [command, ...command.commands]) each.copyInheritedSettings(parent).allowExcessArguments(false);
  parent.addCommand(command, options);
}

function linesOf(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}

/** An error of Commander quotes the input of the user; only its suggestion is a line of its own. */
function errorLines(text: string): string[] {
  return text.trimEnd().split(/\n(?=\(Did you mean [^\n]*$)/);
}
