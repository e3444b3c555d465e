import { type Exchange, jsonOf } from '../../../contracts/http/exchange';
import { parseMetadataBody } from '../../../contracts/http/parse-response';
import { placeholders } from '../../../contracts/http/placeholders';
import { routeOf } from '../../../contracts/http/route';
import type { Metadata } from '../../../contracts/metadata';
import { codePointCount } from '../../../contracts/text/characters';

/** Counts of an input: accepted (2xx), rejected (4xx), failed in the target (5xx). */
export interface Tally {
  accepted: number;
  refused: number;
  failed: number;
}

/** By length in characters, or by cell of characters. */
export type TallyMap<Of> = ReadonlyMap<Of, Tally>;

/** Longer lengths count as this one. */
export const maxLength = 4_096;

/** These are not about the pairs: they are about the caller, the server, its state, the quota or the rate. */
const unrelatedStatuses: readonly number[] = [401, 403, 404, 405, 406, 409, 415, 429];

/** With more pairs than this, a refusal may be for their number. */
const maxPairsOfRejected = 40;

/**
 * The inputs that a target accepts and refuses, by length and by character of keys and of values. An accepted request
 * counts for everything in it. A refused request counts only where a single length or character in it is unusual: that
 * one was refused.
 */
export class AcceptedInputs {
  readonly keyLengths = new Map<number, Tally>();
  readonly valueLengths = new Map<number, Tally>();
  readonly keyCharacters = new Map<string, Tally>();
  readonly valueCharacters = new Map<string, Tally>();
  /** The project of the servers. Requests to another one do not count. */
  project: string | undefined;

  add(exchange: Exchange): void {
    const outcome = outcomeOf(exchange);
    const map = outcome === undefined || !this.isOrdinary(exchange) ? undefined : plainMetadata(exchange);
    if (outcome === undefined || map === undefined) return;
    const keys = Object.keys(map);
    const values = Object.values(map);
    const isOdd = outcome !== 'accepted';
    const found: readonly InputFeature[] = [
      ...lengthsIn(keys).map((length) => ({ in: this.keyLengths, what: length, odd: length < 1 || length > 64 })),
      ...lengthsIn(values).map((length) => ({ in: this.valueLengths, what: length, odd: length < 1 || length > 64 })),
      ...characterGroupsIn(keys).map((cell) => ({ in: this.keyCharacters, what: cell, odd: !/^[a-z0-9]$/.test(cell) })),
      ...characterGroupsIn(values).map((cell) => ({
        in: this.valueCharacters,
        what: cell,
        odd: !/^[A-Za-z0-9]$/.test(cell),
      })),
    ];
    const counted = isOdd ? found.filter(({ odd }) => odd) : found;
    if (isOdd && (counted.length !== 1 || keys.length > maxPairsOfRejected)) return;
    for (const { in: tallies, what } of counted) {
      const tally = (tallies as Map<unknown, Tally>).get(what) ?? { accepted: 0, refused: 0, failed: 0 };
      tally[outcome] += 1;
      (tallies as Map<unknown, Tally>).set(what, tally);
    }
  }

  private isOrdinary({ request: { method, path, headers } }: Exchange): boolean {
    const route = routeOf(path);
    if (method !== 'PUT' || route?.resource !== 'metadata' || route.trailingSlash || route.query) return false;
    if ((route.projectId !== '' && route.projectId !== this.project) || headers['x-auth-token'] !== placeholders.own)
      return false;
    return headers['content-type'] === 'application/json' && headers['x-openstack-nova-api-version'] === undefined;
  }
}

interface InputFeature {
  readonly in: Map<number, Tally> | Map<string, Tally>;
  readonly what: number | string;
  readonly odd: boolean;
}

function outcomeOf({ response: { status } }: Exchange): keyof Tally | undefined {
  if (status >= 200 && status < 300) return 'accepted';
  if (status >= 500) return 'failed';
  return status >= 400 && !unrelatedStatuses.includes(status) ? 'refused' : undefined;
}

/** The map of a body that is plain JSON with `metadata` alone. */
function plainMetadata({ request: { body } }: Exchange): Metadata | undefined {
  const json = jsonOf(body);
  const { metadata, otherMembers } = parseMetadataBody(json) ?? {};
  if (metadata === undefined || otherMembers === undefined || otherMembers.length > 0) return undefined;
  if (!('text' in body) || JSON.stringify(json) !== body.text) return undefined;
  return Object.values(metadata).every((value) => typeof value === 'string') ? metadata : undefined;
}

function lengthsIn(texts: readonly string[]): number[] {
  return [...new Set(texts.map((text) => Math.min(codePointCount(text), maxLength)))];
}

function characterGroupsIn(texts: readonly string[]): string[] {
  // A character is looked up once, however often it is there: a full map holds 32,640 of them.
  const characters = new Set<string>();
  for (const text of texts) for (const character of text) characters.add(character);
  return [...new Set([...characters].map(characterGroup))];
}

/** Kinds of characters beyond ASCII, the first that fits. */
const groupPatterns: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['lone surrogates', /\p{Surrogate}/u],
  ['noncharacters', /\p{Noncharacter_Code_Point}/u],
  ['controls (C1)', /\p{Control}/u],
  ['beyond U+FFFF', /[\u{10000}-\u{10FFFF}]/u],
  ['invisible (format)', /\p{Format}/u],
  ['spaces and separators', /\p{Separator}/u],
  ['combining marks', /\p{Mark}/u],
  ['Latin letters', /\p{Script=Latin}/u],
  ['other letters', /\p{Letter}/u],
  ['numbers', /\p{Number}/u],
  ['punctuation', /\p{Punctuation}/u],
  ['symbols', /\p{Symbol}/u],
  ['private use', /\p{Private_Use}/u],
];

const unassigned = 'unassigned';

/** Beside the 128 characters of ASCII, the cells of a picture of characters. */
export const characterGroups: readonly string[] = [...groupPatterns.map(([kind]) => kind), unassigned];

/** The cell that a character falls into: an ASCII character is its own. */
export function characterGroup(character: string): string {
  if ((character.codePointAt(0) ?? 0) < 0x80) return character;
  return groupPatterns.find(([, pattern]) => pattern.test(character))?.[0] ?? unassigned;
}
