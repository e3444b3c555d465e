import type { Metadata } from '../../../contracts/metadata';
import { splitByLength } from '../../../properties/cases/lengths';
import { INITIAL } from '../worker/fixtures';
import type { TestContext } from './test-context';

/**
 * A map with pairs of every kind: a change of the vm_state may alter only some kinds.
 */
export function richMap({ limits }: Pick<TestContext, 'limits'>): Metadata {
  return {
    ...INITIAL,
    CamelCase: 'Title Case',
    'dotted.name': '',
    'a:b-c_d': 'Zürich 元😀',
    spaces: ' a  b ',
    number: '0010',
    literal: 'null',
    markup: '<b>&amp;</b>',
    long: 'v'.repeat(limits.valueLength),
  };
}

/** Two hundred pairs are still a small body. */
const maxNearQuota = 200;

/**
 * As many legal pairs as leave room for one more. A target that checks only the first pairs, or works in batches, fails
 * for the pair after them.
 */
export function nearQuota({ limits, subject }: Pick<TestContext, 'limits' | 'subject'>): Metadata {
  const { limit, source } = subject.quota;
  const allowed = source === 'assumed' ? limits.always : limit < 0 ? maxNearQuota : Math.min(limit, maxNearQuota);
  const count = Math.max(allowed - 1, 0);
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`good${index + 1}`, `value${index + 1}`]));
}

/** A key and a value of one letter more than the limits allow. */
export function tooLong({ limits }: Pick<TestContext, 'limits'>): { readonly key: string; readonly value: string } {
  return { key: 'k'.repeat(limits.keyLength + 1), value: 'v'.repeat(limits.valueLength + 1) };
}

/** A text as the value of one pair, or in pieces as the values of several if it is longer than the limit. */
export function splitIntoPairs({ limits }: Pick<TestContext, 'limits'>, text: string, key = 'one'): Metadata {
  const pieces = splitByLength(text, limits.valueLength);
  return Object.fromEntries(pieces.map((piece, place) => [place === 0 ? key : `${key}${place + 1}`, piece]));
}

/** Small enough that the number of pairs cannot be the reason of a refusal: forty must be taken. */
const pairsPerMap = 15;

/** Splits entries into groups that fit into one map each. @param pairs of each entry. */
export function splitIntoMaps<Entry>(
  { limits }: Pick<TestContext, 'limits'>,
  entries: readonly Entry[],
  pairs = 1,
): Entry[][] {
  const size = Math.max(1, Math.floor(Math.min(pairsPerMap, limits.always) / pairs));
  return Array.from({ length: Math.ceil(entries.length / size) }, (_, place) =>
    entries.slice(place * size, (place + 1) * size),
  );
}

interface NamedLength {
  /** For the id of a check. */
  readonly slug: string;
  /** For its title. */
  readonly name: string;
  readonly lengthOf: (limit: number) => number;
}

/** Lengths that every limit allows. */
const shortLength = 2;

/**
 * Lengths that must be taken: the fixed ones, or the limit if that is lower, and the two longest.
 */
export function namedLengths(fixed: readonly number[]): readonly NamedLength[] {
  return [
    ...fixed.map((length) => ({
      slug: `length-${length}`,
      name: lengthName(length),
      lengthOf: (limit: number) => Math.min(length, limit),
    })),
    { slug: 'longest-but-one', name: 'one character less than the limit', lengthOf: (limit) => limit - 1 },
    { slug: 'longest', name: 'the longest length', lengthOf: (limit) => limit },
  ];
}

function lengthName(length: number): string {
  const characters = length === 1 ? '1 character' : `${length} characters`;
  return length <= shortLength ? characters : `${characters}, or of the limit if that is lower`;
}

/** Above this length, single lengths are nothing special. */
const mostSingleLengths = 512;

/** All lengths from 1 on that the limit allows: each one up to 512, and the limit. */
export function everyLength(limit: number): number[] {
  const lengths = Array.from({ length: Math.min(limit, mostSingleLengths) }, (_, index) => index + 1);
  return limit > mostSingleLengths ? [...lengths, limit] : lengths;
}

/** Every character as an escape of JSON. */
export function jsonEscape(text: string): string {
  return [...text].map((character) => jsonEscapeUnits(character)).join('');
}

function jsonEscapeUnits(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
