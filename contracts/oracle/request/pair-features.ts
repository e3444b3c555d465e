import type { ClauseId } from '../../clauses';
import type { Metadata } from '../../metadata';
import type { Limits } from '../../profiles/profile';
import { codePointCount, hasAstralCharacter, hasControlCharacter } from '../../text/characters';

// A plain pair exercises no clause of KEY or VALUE: a target that rejects it rejects every pair.
const plainKey = /^[a-z][a-z0-9]+$/;
const plainValue = /^[A-Za-z0-9]([A-Za-z0-9 ]*[A-Za-z0-9])?$/;

/** A text up to this length, and up to half of the limit, is not rejected for its length. */
const plainLength = { key: 32, value: 64 };

/** Names with a special meaning in JavaScript, Python, PHP, Java or template engines. */
const reservedName =
  /^(__\w+__|_?proto_?|constructor|prototype|toString|toLocaleString|valueOf|toJSON|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|length|name|this|self|null|undefined|true|false|NaN|Infinity|metadata|meta)$/;

/**
 * The clauses that a valid pair exercises, the most specific first. They are the candidates if the target loses,
 * changes or rejects the pair. A plain pair has none.
 *
 * @param collisions keys that differ only in case from another key of the request or of the replaced map.
 */
export function pairFeatures(key: string, value: string, collisions: ReadonlySet<string>, limits: Limits): ClauseId[] {
  return [...keyFeatures(key, collisions, limits), ...valueFeatures(value, limits)];
}

function keyFeatures(key: string, collisions: ReadonlySet<string>, { keyLength }: Limits): ClauseId[] {
  const longest = Math.min(plainLength.key, Math.floor(keyLength / 2));
  if (key.length <= longest && plainKey.test(key) && !reservedName.test(key) && !collisions.has(key)) return [];
  const features: ClauseId[] = [];
  if (collisions.has(key)) features.push('KEY-08');
  if (reservedName.test(key)) features.push('KEY-09');
  if (key.includes(' ')) features.push('KEY-07');
  else if (!/^[a-z][a-z0-9]*$/.test(key)) features.push('KEY-02');
  const length = codePointCount(key);
  if (length > longest || length === 1) features.push('KEY-01');
  return features;
}

function valueFeatures(value: string, { valueLength }: Limits): ClauseId[] {
  if (value === '') return ['VALUE-02'];
  const longest = Math.min(plainLength.value, Math.floor(valueLength / 2));
  if (value.length <= longest && plainValue.test(value)) return [];
  const features: ClauseId[] = [];
  if (hasControlCharacter(value)) features.push('VALUE-07', 'VALUE-08');
  if (value.length > valueLength || Buffer.byteLength(value) > valueLength) features.push('VALUE-05');
  if (hasAstralCharacter(value)) features.push('VALUE-06');
  if (codePointCount(value) > longest) features.push('VALUE-01');
  // Last, because it applies to every text. It does not apply to half of a surrogate pair, which is not a character.
  if (!/^[A-Za-z0-9]*$/.test(value.replace(/\p{Surrogate}/gu, ''))) features.push('VALUE-03');
  return features;
}

/** The keys of these maps that differ from another key only in upper and lower case. */
export function caseCollisions(...maps: readonly Metadata[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  const collisions = new Set<string>();
  for (const key of maps.flatMap(Object.keys)) {
    const lower = key.toLowerCase();
    const other = first.get(lower);
    if (other === undefined) first.set(lower, key);
    else if (other !== key) collisions.add(other).add(key);
  }
  return collisions;
}
