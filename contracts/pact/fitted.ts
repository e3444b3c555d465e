import { asObject } from '../json-object';
import { lengthOf } from '../oracle/characters';
import type { Limits } from '../profile';
import { ecs } from '../profiles/ecs';

type Lengths = Pick<Limits, 'keyLength' | 'valueLength'>;

/**
 * A part of the contract with the lengths that a profile sets. The contract is written for the page's limits: a key or
 * value that is as long as those allow, or one character longer, stands for one that is so under any limits. It is one
 * character over and over.
 */
export function fitted(part: unknown, limits: Lengths): unknown {
  if (typeof part === 'string') return fittedText(part, ecs.limits.valueLength, limits.valueLength);
  if (Array.isArray(part)) return part.map((member) => fitted(member, limits));
  const members = asObject(part);
  if (members === undefined) return part;
  const { keyLength } = ecs.limits;
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => [
      fittedText(name, keyLength, limits.keyLength),
      fitted(member, limits),
    ]),
  );
}

function fittedText(text: string, from: number, to: number): string {
  const excess = lengthOf(text) - from;
  const [character = ''] = text;
  return (excess === 0 || excess === 1) && text === character.repeat(from + excess)
    ? character.repeat(to + excess)
    : text;
}
