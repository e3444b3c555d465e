import type { ClauseId } from '../../clauses';
import type { Metadata } from '../../metadata';
import { type Profile, plainMapSize } from '../../profiles/profile';
import { codePointCount, hasLoneSurrogate } from '../../text/characters';
import type { Subject } from '../model';
import { anyClientError, type OpenQuestion, parserError, type RejectionReason } from './reasons';

const keyCharacters = /^[A-Za-z0-9\-_:.]*$/;
const keyCharactersAndSpace = /^[A-Za-z0-9\-_:. ]*$/;

/** The reasons why the target must, or may, reject the pairs of a map. */
export function classifyPairs(
  pairs: readonly (readonly [string, unknown])[],
  profile: Profile,
): { rejectionReasons: RejectionReason[]; openQuestions: OpenQuestion[] } {
  const invalid = new Set<ClauseId>();
  let spaced = false;
  let surrogate = false;
  for (const [key, value] of pairs) {
    for (const clause of invalidKeyClauses(key, profile.limits.keyLength)) invalid.add(clause);
    if (key.includes(' ') && keyCharactersAndSpace.test(key)) spaced = true;
    if (typeof value !== 'string') invalid.add('VALUE-09');
    else if (codePointCount(value) > profile.limits.valueLength) invalid.add('VALUE-04');
    else if (hasLoneSurrogate(value)) surrogate = true;
  }
  const statuses = profile.statuses.invalid;
  const openQuestions: OpenQuestion[] = [];
  if (spaced) {
    openQuestions.push({
      clause: 'KEY-07',
      acceptReading: 'takes it',
      rejectReading: 'refuses it',
      statuses,
      unchangedClause: 'ATOMIC-01',
    });
  }
  if (surrogate) {
    const fails = 'fails with 5xx';
    // The target may accept it and store something else: only the stored map shows it.
    const readings = { acceptReading: undefined, rejectReading: 'refuses it', failReading: fails };
    openQuestions.push({ clause: 'VALUE-10', ...readings, statuses: anyClientError, ...parserError });
  }
  return {
    rejectionReasons: [...invalid].map((clause) => ({ clause, statuses, unchangedClause: 'ATOMIC-01' })),
    openQuestions,
  };
}

function invalidKeyClauses(key: string, maximum: number): ClauseId[] {
  if (key === '') return ['KEY-03'];
  const found: ClauseId[] = [];
  if (codePointCount(key) > maximum) found.push('KEY-04');
  if (key.endsWith('\n') && keyCharacters.test(key.slice(0, -1))) found.push('KEY-06');
  else if (!keyCharactersAndSpace.test(key)) found.push('KEY-05');
  return found;
}

/**
 * The reasons and features that follow from the number of pairs of a map.
 *
 * @param before the map that it replaces.
 */
export function classifyPairCount(
  map: Metadata,
  before: Metadata | undefined,
  quota: Subject['quota'],
  profile: Profile,
): { rejectionReasons: RejectionReason[]; features: ClauseId[] } {
  const count = Object.keys(map).length;
  const unlimited = quota.limit < 0;
  if (!unlimited && count > quota.limit) {
    const statuses = profile.statuses.overQuota;
    return { rejectionReasons: [{ clause: 'QUOTA-03', statuses, unchangedClause: 'ATOMIC-05' }], features: [] };
  }
  if (count === 0) return { rejectionReasons: [], features: ['REPLACE-04'] };
  const features: ClauseId[] = [];
  const together = count + Object.keys(before ?? {}).length;
  if (!unlimited && together > quota.limit) features.push('QUOTA-04');
  if (count > profile.limits.always || count === quota.limit) features.push('QUOTA-02');
  if (count > plainMapSize(profile.limits) && count <= profile.limits.always) features.push('QUOTA-01');
  return { rejectionReasons: [], features };
}
