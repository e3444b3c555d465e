import type { Command, Option } from 'commander';
import { declaredChecks } from '../../../suites/harness/session/plan';
import { type SettingValues, settingValues } from '../../settings/setting-values';

/** A word that completes what the user has typed. */
export interface Candidate {
  readonly word: string;
  readonly description: string;
}

const shells = ['bash', 'zsh', 'fish'];

/** The values of arguments, by the name of the argument. The shell completes every other one as a file. */
const argumentValues: Readonly<Record<string, readonly string[]>> = {
  clause: settingValues.clause?.values ?? [],
  shell: shells,
};

/**
 * Completes the last word of a command line, by the commands and flags of the program. Gives nothing where a file or a
 * free text is expected.
 *
 * @param typed the words as the shell splits them, with the name of the command first; the last one may be empty.
 */
export function complete(program: Command, typed: readonly string[]): Candidate[] {
  const { words, last, before } = joinWords(typed.slice(1));
  return completeWord(program, words, last).map(({ word, description }) => ({
    word: word.slice(before.length),
    description,
  }));
}

/** The words of the command line. Bash makes three words of `a=b`: they are one. */
function joinWords(typed: readonly string[]) {
  const words: string[] = [];
  /** The part of the last word that is a word of its own for Bash, with the "=". */
  let before = '';
  let isOpen = false;
  for (const word of typed) {
    const joins = (word === '=' || (isOpen && word !== '')) && words.length > 0;
    const joined = `${joins ? words.pop() : ''}${word}`;
    isOpen = word === '=';
    if (isOpen) before = joined;
    else if (!joins) before = '';
    words.push(joined);
  }
  return { words: words.slice(0, -1), last: words.at(-1) ?? '', before };
}

function completeWord(program: Command, words: readonly string[], last: string): Candidate[] {
  let command = program;
  let operands = 0;
  let waiting: Option | undefined;
  for (const word of words) {
    if (waiting !== undefined) waiting = undefined;
    else if (word.startsWith('-')) waiting = optionOf(command, word);
    else {
      const next = operands === 0 ? command.commands.find((each) => each.name() === word) : undefined;
      const isHelp = word === 'help' && command.commands.length > 0;
      if (next !== undefined) command = next;
      else if (!isHelp) operands += 1;
    }
  }
  if (waiting !== undefined) return valuesOf(waiting, last);
  const [flag = '', value] = last.split(/=(.*)/s);
  const option = value === undefined ? undefined : optionOf(command, flag);
  if (option !== undefined) {
    return valuesOf(option, value ?? '').map((each) => ({ ...each, word: `${flag}=${each.word}` }));
  }
  return starting(last, last.startsWith('-') ? flagsOf(command) : wordsOf(command, operands));
}

/** The option of a flag, if a value follows it as the next word. */
function optionOf({ options }: Command, flag: string): Option | undefined {
  return options.find((option) => (option.long === flag || option.short === flag) && option.required);
}

/** A list is completed after its last comma. */
function valuesOf(option: Option, typed: string): Candidate[] {
  const name = option.attributeName();
  const before = typed.slice(0, typed.lastIndexOf(',') + 1);
  const named = (settingValues as Readonly<Record<string, SettingValues>>)[name]?.values ?? [];
  const item = typed.slice(before.length);
  const known = name === 'clause' && item.includes('/') ? checkIds() : named;
  // The user completes "stopped=" with an id.
  const values = known.filter((word) => !word.endsWith('=') || word !== item);
  return starting(
    typed,
    values.map((word) => ({ word: `${before}${word}`, description: '' })),
  );
}

function checkIds(): string[] {
  const { checks, properties } = declaredChecks();
  return [...checks, ...properties].map(({ id }) => id);
}

function flagsOf(command: Command): Candidate[] {
  const options = command.createHelp().visibleOptions(command);
  return options.map(({ long, description }) => ({ word: long ?? '', description }));
}

function wordsOf(command: Command, operands: number): Candidate[] {
  const commands = operands > 0 ? [] : command.createHelp().visibleCommands(command);
  const argument = command.registeredArguments[operands];
  return [
    ...commands.map((each) => ({ word: each.name(), description: each.description() })),
    ...(argumentValues[argument?.name() ?? ''] ?? []).map((word) => ({ word, description: '' })),
  ];
}

/** Case does not matter: ids of clauses may be typed in lower case. */
function starting(typed: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({ word }) => word.toLowerCase().startsWith(typed.toLowerCase()));
}
