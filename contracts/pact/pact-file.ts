import { type ClauseId, isClauseId } from '../clauses';
import type { Statuses } from '../profiles/profile';

/** The parts of a V4 pact file that the suite looks at. */
export interface PactFile {
  readonly consumer: { readonly name: string };
  readonly provider: { readonly name: string };
  readonly interactions: readonly PactInteraction[];
  readonly [part: string]: unknown;
}

export interface PactInteraction {
  readonly description: string;
  readonly providerStates?: readonly unknown[];
  readonly comments?: { readonly references?: Readonly<Record<string, Readonly<Record<string, string>>>> };
  readonly request: { readonly method: string; readonly path: string; readonly [part: string]: unknown };
  readonly response: { readonly status: number; readonly [part: string]: unknown };
  readonly [part: string]: unknown;
}

/** The group of references under which an interaction of ours says what it stands for. */
export const referenceGroup = 'ecs-metadata-conformance';

/** What an interaction of our contract stands for. */
export interface InteractionReference {
  readonly clause: ClauseId;
  readonly title: string;
  /** The lists of statuses of a profile that are right for it; empty where any 2xx is. */
  readonly cases: readonly (keyof Statuses)[];
}

/** What an interaction of our contract stands for; undefined for anybody else's. */
export function referenceOf({ comments }: PactInteraction): InteractionReference | undefined {
  const { clause = '', title = '', cases = '' } = comments?.references?.[referenceGroup] ?? {};
  if (!isClauseId(clause)) return undefined;
  return { clause, title, cases: cases.split(' ').filter((name) => name !== '') as (keyof Statuses)[] };
}
