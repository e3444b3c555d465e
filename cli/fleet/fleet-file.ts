import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import { ConfigurationError } from '../../targets/errors';
import { readText } from '../machine/user-file';
import { yamlProblem } from '../machine/yaml-problem';
import { readConfigFile } from '../settings/config-file';
import { nearest } from '../settings/nearest';
import { settingDefinitions } from '../settings/settings';

/** One target of a fleet. */
export interface FleetTarget {
  /** The name of its folder, and of its history in `site`. */
  readonly name: string;
  /** The path of its config file, absolute. */
  readonly config: string;
}

export interface FleetFile {
  readonly targets: readonly FleetTarget[];
  /** One sentence for each error of the file and of the config files. */
  readonly problems: readonly string[];
}

const namePattern = /^[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?$/i;
const members = ['name', 'config'];

/**
 * Reads a fleet file, and every config file that it names.
 *
 * @throws {ConfigurationError} for a file that cannot be read.
 */
export function readFleetFile(path: string): FleetFile {
  const text = readText(path, 'the fleet file', 'give a YAML list of targets');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problems: string[] = [];
  const targets: FleetTarget[] = [];
  const report = (node: Node | null | undefined, sentence: string) => {
    const offset = node?.range?.[0];
    problems.push(`${path}${offset === undefined ? '' : `:${lines.linePos(offset).line}`}: ${sentence}`);
  };
  const problem = yamlProblem(document, text, lines);
  if (problem !== undefined) {
    problems.push(`${path}:${problem.line ?? 1}: it is not valid YAML: ${problem.reason}`);
  }
  if (problems.length > 0) return { targets, problems };
  const { contents } = document;
  if (!isSeq(contents) || contents.items.length === 0) {
    report(contents, 'the file must be a list of targets, each with name and config');
    return { targets, problems };
  }
  for (const item of contents.items as Node[]) {
    if (!isMap(item)) {
      report(item, 'a target must have name and config');
      continue;
    }
    const texts = readMembers(item.items as Pair<Node, Node | null>[], item, report);
    const name = texts.get('name');
    const config = texts.get('config');
    if (name !== undefined) checkName(name.text, targets, (sentence) => report(name.node, sentence));
    if (config !== undefined)
      checkConfig(resolve(dirname(path), config.text), (sentence) => report(config.node, sentence));
    targets.push({ name: name?.text ?? '', config: resolve(dirname(path), config?.text ?? '') });
  }
  return { targets, problems };
}

type Report = (node: Node | null | undefined, sentence: string) => void;

interface TextMember {
  readonly text: string;
  readonly node: Node;
}

/** The members of a target that are texts. Everything else is a problem. */
function readMembers(pairs: readonly Pair<Node, Node | null>[], target: Node, report: Report): Map<string, TextMember> {
  const found = new Map<string, TextMember>();
  for (const { key, value } of pairs) {
    const member = isScalar(key) ? `${key.value}` : '';
    if (!members.includes(member)) {
      const likely = nearest(member, members);
      const hint = likely === undefined ? 'a target has name and config only' : `did you mean ${likely}?`;
      report(key, `the member ${JSON.stringify(member)} is unknown: ${hint}`);
    } else if (isScalar(value) && typeof value.value === 'string' && value.value !== '') {
      found.set(member, { text: value.value, node: value });
    } else {
      report(value ?? key, `${member} must be a text (put a number in quotes)`);
    }
  }
  for (const member of members) {
    if (!pairs.some(({ key }) => isScalar(key) && key.value === member)) report(target, `the target has no ${member}`);
  }
  return found;
}

function checkName(name: string, others: readonly FleetTarget[], complain: (sentence: string) => void): void {
  if (!namePattern.test(name)) {
    complain(`the name ${JSON.stringify(name)} cannot be a folder: use up to 64 of A-Z a-z 0-9 . _ -`);
  }
  // Some file systems ignore the case of a name.
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) {
    complain(`the name ${name} is there twice: give each target a name of its own`);
  }
}

function checkConfig(path: string, complain: (sentence: string) => void): void {
  try {
    if (!existsSync(path)) throw new ConfigurationError(`there is no file ${path}: correct the path of config`);
    const { against, replay, list } = readConfigFile(path);
    for (const [name, value] of Object.entries({ against, replay, list })) {
      if (value !== undefined) complain(`${path} has ${name}, which makes no result: remove it`);
    }
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    complain(error.message);
  }
}

/** These describe one target. A variable takes precedence over every config file: all would get the same target. */
const ofOneTarget: readonly string[] = ['target', 'serverId', 'vmState', 'otherServerId', 'against', 'replay', 'list'];

/** One sentence for each variable that would give every target of a fleet the same. */
export function rejectedVariables(environment: NodeJS.ProcessEnv): string[] {
  return settingDefinitions
    .filter(({ name, env }) => ofOneTarget.includes(name) && environment[env] !== undefined)
    .map(({ env }) => `${env} would take precedence over every config file of the fleet: unset it`);
}
