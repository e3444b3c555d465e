#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { CorrectableError, TargetUnavailableError } from '../targets/errors';
import { clausesAsJson, clausesAsText } from './commands/clauses';
import { compare } from './commands/compare';
import { explain } from './commands/explain';
import {
  registerCertificateCommands,
  registerContractCommands,
  registerPlanAndRestore,
} from './commands/register-commands';
import { run } from './commands/run';
import { serve } from './commands/serve';
import { handleOutputErrors } from './machine/console';
import { addArgumentSecrets, addSecrets } from './machine/known-secrets';
import { realMachine } from './machine/machine';
import { suiteVersion } from './machine/package-file';
import { loadProfile } from './settings/load-profile';
import { addSettingOptions, loadSettings } from './settings/load-settings';

const { console } = realMachine;

function program(done: (code: number) => void): Command {
  const command = new Command('ecs-metadata-conformance')
    .description('Examines any endpoint of the API "Configuring ECS Metadata", clause by clause.')
    .version(suiteVersion)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => console.out(...linesOf(text)),
      writeErr: (text) => console.err(...linesOf(text)),
      // An option that is not known is quoted with its value, which may be a token.
      outputError: (text) => console.err(...errorLines(text.replace(/'(--[^'=]+)=[\s\S]*'/, "'$1'"))),
    })
    .showHelpAfterError('(--help lists what there is)');
  addSettingOptions(command.command('run').description('examine a target, or the embedded endpoint'))
    .allowExcessArguments(false)
    .action(async (flags) => done(await run(loadSettings(flags, process.env), realMachine)));
  registerPlanAndRestore(command, done);
  command
    .command('serve')
    .description('serve the embedded endpoint on loopback, as a mock')
    .option('--port <number>', 'port to listen on, 0 for any free one', parsePort, 8774)
    .allowExcessArguments(false)
    .action(async ({ port }: { port: number }) => done(await serve(port, console)));
  command
    .command('clauses')
    .description('print the catalogue of clauses')
    .option('--json', 'as JSON')
    .option('--profile <name>', 'as this profile binds them', 'ecs')
    .allowExcessArguments(false)
    .action(({ json, profile }: { json?: true; profile: string }) => {
      console.out(...(json ? clausesAsJson : clausesAsText)(loadProfile(profile)));
      done(0);
    });
  command
    .command('explain')
    .description('tell all that the suite knows of a clause')
    .argument('<clause>', 'as REPLACE-02')
    .allowExcessArguments(false)
    .action((clause: string) => {
      console.out(...explain(clause));
      done(0);
    });
  command
    .command('compare')
    .description('compare the results of two runs')
    .argument('<before>', 'the result.json of one')
    .argument('<after>', 'that of the other')
    .allowExcessArguments(false)
    .action((before: string, after: string) => done(compare(before, after, console)));
  registerCertificateCommands(command, done);
  registerContractCommands(command, done);
  return command;
}

function linesOf(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}

/** An error of Commander quotes what the user gave; only its suggestion stands in a line of its own. */
function errorLines(text: string): string[] {
  return text.trimEnd().split(/\n(?=\(Did you mean [^\n]*$)/);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('give a number from 0 to 65535.');
}

/** The exit code of an error, told in one sentence: 2 for what the user can mend, 3 for the target, 4 for this suite. */
function reportError(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const message = error instanceof Error ? error.message : String(error);
  console.err(`error: ${message}`);
  if (error instanceof CorrectableError) return 2;
  if (error instanceof TargetUnavailableError) return 3;
  console.err('this is a defect of the suite: please report it');
  return 4;
}

async function main(): Promise<void> {
  limitHeapGrowth();
  handleOutputErrors();
  addSecrets(process.env);
  addArgumentSecrets(process.argv);
  process.on('uncaughtException', (error) => process.exit(reportError(error)));
  requireExitCode();
  try {
    await program((code) => {
      process.exitCode = code;
    }).parseAsync();
  } catch (error) {
    process.exitCode = reportError(error);
  }
}

/** Node exits with 0 where nothing is left to wait for, also in the middle of a command: that must not look green. */
function requireExitCode(): void {
  process.once('beforeExit', () => {
    if (process.exitCode === undefined)
      process.exitCode = reportError(new Error('the command ended before it was done'));
  });
}

void main();

/**
 * Has garbage collected once it makes half of what is in use. By itself V8 waits for more than twice as much: a run that
 * goes on for a while would take half as much memory again, and not be faster.
 */
function limitHeapGrowth(): void {
  setFlagsFromString('--heap-growing-percent=50');
}
