import { ConfigurationError } from '../../targets/errors';
import type { Fault, FaultEffect } from '../../targets/mock/faults/fault';
import { type Faults, noFaults } from '../../targets/mock/faults/faults';
import { allMutants } from '../../targets/mutants';
import { nearest } from '../settings/nearest';
import { faultKinds, parseDuration } from './fault-values';

/** A fault as the user gave it. */
export interface GivenFault {
  readonly name: string;
  readonly value: string;
  /** For the message of an error: `--fault status=503:0.1`. */
  readonly where: string;
}

/** The names that set something of the whole mock, once. */
const wholes = ['mutant', 'token-lifetime', 'seed'] as const;

const faultNames: readonly string[] = [...Object.keys(faultKinds), ...wholes];

/** @throws {ConfigurationError} for an unknown name or mutant, a wrong value, and a second mutant, lifetime or seed. */
export function parseFaults(given: readonly GivenFault[]): Faults {
  for (const [index, { name, where }] of given.entries()) {
    if (!faultNames.includes(name)) throw unknownName(name, where);
    const isSecond = given.findIndex((each) => each.name === name) < index;
    if (isSecond && wholes.some((whole) => whole === name)) {
      throw new ConfigurationError(`${where}: there is a ${name} already, leave one of them out`);
    }
  }
  const whole = (name: (typeof wholes)[number]) => given.find((each) => each.name === name);
  return {
    faults: given.filter((each) => isKind(each.name)).map(parseFault),
    behaviour: mutantOf(whole('mutant')),
    tokenLifetime: lifetimeOf(whole('token-lifetime')),
    seed: seedOf(whole('seed')),
  };
}

function isKind(name: string): name is FaultEffect['kind'] {
  return Object.hasOwn(faultKinds, name);
}

function unknownName(name: string, where: string): ConfigurationError {
  const likely = nearest(name, faultNames);
  const hint = likely === undefined ? `the names are ${faultNames.join(', ')}` : `did you mean ${likely}?`;
  return new ConfigurationError(`${where}: there is no such fault: ${hint}`);
}

/** `VALUE`, `VALUE:PROBABILITY` or `VALUE:NUMBERx`. */
function parseFault({ name, value, where }: GivenFault): Fault {
  const [text = '', occurrence = '1', ...rest] = value.split(':');
  const { read, expected } = faultKinds[name as FaultEffect['kind']];
  const effect = read(text);
  if (effect === undefined) throw new ConfigurationError(`${where}: give ${expected}`);
  const [, first] = /^(\d{1,9})x$/.exec(occurrence) ?? [];
  const probability = first === undefined ? Number(occurrence) : 1;
  const isProbability = occurrence.trim() !== '' && probability >= 0 && probability <= 1;
  if (!isProbability || rest.length > 0) {
    throw new ConfigurationError(
      `${where}: give a probability from 0 to 1 after the colon, or a number of requests such as 2x`,
    );
  }
  return { ...effect, text: `${name}=${value}`, probability, first: first === undefined ? undefined : Number(first) };
}

function mutantOf(given: GivenFault | undefined): Faults['behaviour'] {
  if (given === undefined) return {};
  const { value, where } = given;
  const mutant = allMutants.find(({ name }) => name === value);
  if (mutant !== undefined) return mutant.behaviour();
  const likely = nearest(
    value,
    allMutants.map(({ name }) => name),
  );
  const hint = likely === undefined ? 'docs/detection.md lists all of them' : `did you mean ${likely}?`;
  throw new ConfigurationError(`${where}: there is no such mutant: ${hint}`);
}

function lifetimeOf(given: GivenFault | undefined): number {
  if (given === undefined) return noFaults.tokenLifetime;
  const lifetime = parseDuration(given.value);
  if (lifetime === undefined) throw new ConfigurationError(`${given.where}: give a duration such as 500ms, 2s or 1m`);
  return lifetime;
}

function seedOf(given: GivenFault | undefined): number {
  if (given === undefined) return noFaults.seed;
  if (/^\d{1,15}$/.test(given.value)) return Number(given.value);
  throw new ConfigurationError(`${given.where}: give a whole number from 0 on`);
}
