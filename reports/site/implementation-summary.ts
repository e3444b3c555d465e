import { type ClauseId, clauseOf } from '../../contracts/clauses';
import { profiles } from '../../contracts/profiles';
import { bindingOf } from '../../contracts/profiles/profile';
import type { ImplementationRun } from '../result/implementations';
import type { Verdict } from '../result/result';
import { type ClauseState, type RunSummary, runPage, type SummaryFacts } from './run-summary';

/** The cause of a failed clause; undefined where it is not known. */
export type FindCause = (clause: ClauseId) => string | undefined;

/** A stored run of an implementation has verdicts and reasons, but no exchanges, no URL and no limits. */
export function summarizeImplementation(name: string, run: ImplementationRun, findCause: FindCause): RunSummary {
  const { profile, effort, suite, verdict, seed, requests, began } = run;
  const facts: SummaryFacts = { ...splitName(name), profile, effort, suite, strict: false };
  const clauses = Object.entries(run.clauses) as [ClauseId, string][];
  return {
    facts,
    began: began === undefined ? undefined : Date.parse(began),
    verdict,
    headline: verdict,
    missing: [],
    clauses: new Map(clauses.map(([id, stored]) => [id, stateOf(id, stored, profile, findCause)])),
    page: runPage(facts, '', JSON.stringify([name, profile, seed, requests])),
  };
}

/** `OpenStack Nova 26.2.2, uwsgi` is release 26.2.2 of `OpenStack Nova, uwsgi`: another deployment is another target. */
function splitName(name: string): { readonly targetName: string; readonly targetVersion?: string } {
  const [, product, version, deployment] = /^(.+) (\d[\w.-]*)(, .+)?$/.exec(name) ?? [];
  if (product === undefined || version === undefined) return { targetName: name };
  return { targetName: `${product}${deployment ?? ''}`, targetVersion: version };
}

function stateOf(id: ClauseId, stored: string, profile: string, findCause: FindCause): ClauseState {
  const [, reading] = /^open: (.*)$/s.exec(stored) ?? [];
  const cause = stored === 'failed' ? findCause(id) : undefined;
  return {
    level: levelOf(id, profile),
    verdict: reading === undefined ? (stored as Verdict) : 'open',
    ...(reading === undefined ? {} : { reading }),
    ...(cause === undefined ? {} : { cause }),
  };
}

/** A profile of a user is not stored: its clauses have the level of the catalogue. */
function levelOf(id: ClauseId, profile: string): ClauseState['level'] {
  const known = Object.values(profiles).find(({ name }) => name === profile);
  return known === undefined ? clauseOf(id).level : bindingOf(id, known).level;
}
