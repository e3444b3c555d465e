import type { Metadata } from '../../../contracts/metadata';
import { splitByLength } from '../../../properties/cases/lengths';
import { INITIAL } from './assertions';
import type { TestContext } from './test-context';

/**
 * What a change of the vm_state may do to a map shows on pairs of every kind. A server that refuses keeps it from check
 * to check.
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

/** Two hundred of them still are a small body. */
const maxNearQuota = 200;

/**
 * As many good pairs as surely leave room for one more: who looks at the first ones alone, or works in batches, shows it
 * behind them.
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

/** A text as the value of one pair, or where the limit is too low for it, in pieces as those of several. */
export function splitIntoPairs({ limits }: Pick<TestContext, 'limits'>, text: string): Metadata {
  const pieces = splitByLength(text, limits.valueLength);
  return Object.fromEntries(pieces.map((piece, place) => [place === 0 ? 'one' : `one${place + 1}`, piece]));
}

/** So many pairs say nothing about the number of pairs, where forty must be taken. */
const pairsPerMap = 15;

/** What is to be stored, so much of it at a time. @param pairs how many pairs each of the entries makes. */
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

type LengthOf = (limit: number) => number;

/** Lengths that every limit allows. */
const shortLength = 2;

/**
 * Lengths that must be taken, each with a name fit for the title of a check: these, or the limit where that is lower, and
 * the last two.
 */
export function namedLengths(fixed: readonly number[]): readonly (readonly [name: string, lengthOf: LengthOf])[] {
  return [
    ...fixed.map((length) => [lengthName(length), (limit: number) => Math.min(length, limit)] as const),
    ['one character less than the limit', (limit) => limit - 1],
    ['the longest length', (limit) => limit],
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
