import type { ClauseId } from '../clauses';
import type { Metadata, Version } from '../metadata';
import type { Statuses } from '../profile';
import type { ProviderState } from './provider-states';

/** Something that our client relies on, told by one request and its answer. It stands for one clause. */
export interface Example {
  readonly clause: ClauseId;
  readonly title: string;
  readonly given: (version: Version) => readonly ProviderState[];
  /** The map that is sent; left out, the metadata is read. */
  readonly sent?: unknown;
  /** Without a token. */
  readonly anonymous?: true;
  readonly answer: ExpectedAnswer;
}

/**
 * An answer, as narrow as the clause and no narrower: a provider that breaks another clause still passes.
 *
 * `cases` names the lists of statuses of a profile, any of which is right; left out, any 2xx is.
 */
export interface ExpectedAnswer {
  readonly cases?: readonly (keyof Statuses)[];
  /** Exactly this map. */
  readonly metadata?: Metadata;
  /** `any`: some map. `alone`: the map, and no member beside it. `typed`: some map, called application/json. */
  readonly body?: 'any' | 'alone' | 'typed';
}
