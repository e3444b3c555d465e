import type { ClauseId } from '../clauses';
import type { Limits } from '../profiles/profile';
import { hasAstral, hasControl, lengthOf } from './characters';

// An ordinary pair exercises no clause of KEY or VALUE: no implementation can stumble over it and over nothing else.
const ordinaryKey = /^[a-z][a-z0-9]+$/;
const ordinaryValue = /^[A-Za-z0-9]([A-Za-z0-9 ]*[A-Za-z0-9])?$/;

/** A text that is no longer than this, and than half of what is allowed, is not refused for its length. */
const ordinaryLength = { key: 32, value: 64 };

/** Names that JavaScript, Python, PHP, Java or a template engine gives a meaning of its own. */
const nameWithMeaning =
  /^(__\w+__|_?proto_?|constructor|prototype|toString|toLocaleString|valueOf|toJSON|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|length|name|this|self|null|undefined|true|false|NaN|Infinity|metadata|meta)$/;

/**
 * The clauses that a legal pair exercises beside the plain storing of it, the most telling first: if the target
 * loses, changes or refuses the pair, these are the suspects.
 *
 * @param twins keys of the same request, or of what it replaces, that differ from another one in case alone.
 */
export function pairTraits(key: string, value: string, twins: ReadonlySet<string>, limits: Limits): ClauseId[] {
  return [...keyTraits(key, twins, limits), ...valueTraits(value, limits)];
}

function keyTraits(key: string, twins: ReadonlySet<string>, { keyLength }: Limits): ClauseId[] {
  const longest = Math.min(ordinaryLength.key, Math.floor(keyLength / 2));
  if (key.length <= longest && ordinaryKey.test(key) && !nameWithMeaning.test(key) && !twins.has(key)) return [];
  const traits: ClauseId[] = [];
  if (twins.has(key)) traits.push('KEY-08');
  if (nameWithMeaning.test(key)) traits.push('KEY-09');
  if (key.includes(' ')) traits.push('KEY-07');
  else if (!/^[a-z][a-z0-9]*$/.test(key)) traits.push('KEY-02');
  const length = lengthOf(key);
  if (length > longest || length === 1) traits.push('KEY-01');
  return traits;
}

function valueTraits(value: string, { valueLength }: Limits): ClauseId[] {
  if (value === '') return ['VALUE-02'];
  const longest = Math.min(ordinaryLength.value, Math.floor(valueLength / 2));
  if (value.length <= longest && ordinaryValue.test(value)) return [];
  const traits: ClauseId[] = [];
  if (hasControl(value)) traits.push('VALUE-07', 'VALUE-08');
  if (value.length > valueLength || Buffer.byteLength(value) > valueLength) traits.push('VALUE-05');
  if (hasAstral(value)) traits.push('VALUE-06');
  if (lengthOf(value) > longest) traits.push('VALUE-01');
  // Last, since any text falls under it: it is to blame only where no narrower clause is. Half of a surrogate pair is no
  // character, and no business of it.
  if (!/^[A-Za-z0-9]*$/.test(value.replace(/\p{Surrogate}/gu, ''))) traits.push('VALUE-03');
  return traits;
}
