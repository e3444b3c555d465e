import type { ClauseId } from '../../../contracts/clauses';

/** A change between two major releases of Nova that the suite shows. */
interface Change {
  readonly clauses: readonly ClauseId[];
  /** The first release that behaves in the new way. */
  readonly release: number;
  readonly why: string;
}

export const novaChanges: readonly Change[] = [
  {
    clauses: ['KEY-03', 'KEY-04', 'KEY-05'],
    release: 33,
    why: 'The validator for additional properties under /v2 returns early if every member is additional (`if set(extra_properties) == set(instance)`). The change was made for schemas with `oneOf`. It also switches off the check of the keys of a map in which every key is wrong.',
  },
];
