import type { ClauseId } from '../clauses';
import type { Profile } from '../profiles/profile';
import { hasLoneSurrogate, lengthOf } from './characters';
import { anyRefusal, type Objection, type Opening, ofParser } from './objection';

const set = /^[A-Za-z0-9\-_:.]*$/;
const setAndSpace = /^[A-Za-z0-9\-_:. ]*$/;

/** Why the pairs of a map must, or may, be refused. */
export function pairObjections(
  pairs: readonly (readonly [string, unknown])[],
  profile: Profile,
): { objections: Objection[]; openings: Opening[] } {
  const objections = new Set<ClauseId>();
  let spaced = false;
  let surrogate = false;
  for (const [key, value] of pairs) {
    for (const clause of keyObjections(key, profile.limits.keyLength)) objections.add(clause);
    if (key.includes(' ') && setAndSpace.test(key)) spaced = true;
    if (typeof value !== 'string') objections.add('VALUE-09');
    else if (lengthOf(value) > profile.limits.valueLength) objections.add('VALUE-04');
    else if (hasLoneSurrogate(value)) surrogate = true;
  }
  const statuses = profile.statuses.invalid;
  const openings: Opening[] = [];
  if (spaced) {
    openings.push({ clause: 'KEY-07', takes: 'takes it', refuses: 'refuses it', statuses, trace: 'ATOMIC-01' });
  }
  if (surrogate) {
    const fails = 'fails with 5xx';
    // The target may take it and store something else: the stored map tells.
    const readings = { takes: undefined, refuses: 'refuses it', fails };
    openings.push({ clause: 'VALUE-10', ...readings, statuses: anyRefusal, ...ofParser });
  }
  return { objections: [...objections].map((clause) => ({ clause, statuses, trace: 'ATOMIC-01' })), openings };
}

function keyObjections(key: string, maximum: number): ClauseId[] {
  if (key === '') return ['KEY-03'];
  const found: ClauseId[] = [];
  if (lengthOf(key) > maximum) found.push('KEY-04');
  if (key.endsWith('\n') && set.test(key.slice(0, -1))) found.push('KEY-06');
  else if (!setAndSpace.test(key)) found.push('KEY-05');
  return found;
}
