import { type CatalogueClause, type ClauseId, clauses } from '../contracts/clauses';
import { unsteadyStatuses } from '../contracts/oracle/attribution/minimal-explanation';
import { bindingOf, type Profile } from '../contracts/profiles/profile';
import type { Breach, Observed } from './breach';
import { countsOf, isWaived, reasonOf, reasonWithout, sortChecks, verdictOf } from './clause-verdict';
import type { Collector } from './collector';
import { disagreements } from './disagreements';
import { counted } from './doubted';
import { lacking, missingCapabilities } from './missing-capabilities';
import { readingsOf } from './readings-of';
import { resolveSuspects } from './resolve-suspects';
import { exitCodes, runVerdict } from './run-verdict';
import type { Scene } from './scene';
import { byLength, occasionOf, shown } from './shortest';
import { unconfirmedIn } from './unconfirmed';
import type { ClauseResult, Failure, Summary } from './verdict';
import { nothingWaived, type Waivers } from './waivers';

export interface SummarizeOptions {
  readonly profile: Profile;
  /** A failed SHOULD fails the run, and one that was not tested leaves it incomplete. */
  readonly strict: boolean;
  readonly waived: Waivers;
  /** Whether everything that the run has changed is as it was before. */
  readonly isPutBack?: boolean;
  /** The clause whose counterexample is tried again: it is blamed for all that it is suspected of. */
  readonly replayed?: ClauseId;
}

type Blamed = Breach & { readonly blamed: ClauseId; readonly observed: Observed };

/** What a run found, once all of it is known. */
interface RunFindings {
  readonly checks: readonly Observed[];
  readonly blamed: readonly Blamed[];
  readonly causes: ReadonlyMap<Observed, readonly ClauseId[]>;
}

/** Sums what was collected per clause, and gives the run its verdict. */
export function summarize(collector: Collector, options: SummarizeOptions): Summary {
  const checks = counted(collector);
  const breaches = checks.flatMap((observed) => observed.breaches.map((breach) => ({ ...breach, observed })));
  const { replayed } = options;
  const resolved: Blamed[] = resolveSuspects(breaches, (clause) => collector.kept.has(clause)).map((breach) =>
    replayed !== undefined && breach.finding.suspects.includes(replayed) ? { ...breach, blamed: replayed } : breach,
  );
  const { defects, disputed } = disagreements(checks, resolved, options.profile);
  // What the check itself contradicts is the suite's fault, not the target's.
  const blamed = resolved.filter(
    ({ blamed, observed }) => !(disputed.has(observed) && observed.ended.clause === blamed),
  );
  const causes = causesOf(blamed);
  const results = clauses.map((clause) => resultOf(clause, collector, { blamed, causes, checks }, options));
  const { others } = collector;
  const troubles = checks.flatMap(({ ended: { ended } }) =>
    ended.outcome === 'not tested' && ended.trouble ? [ended.reason] : [],
  );
  const { isPutBack = true, profile, strict, waived } = options;
  const missing = missingCapabilities(collector.checks, collector.missing, { profile, strict, waived });
  const verdict = runVerdict(results, {
    isTroubled: troubles.length > 0 || others !== undefined || !isPutBack || lacking(missing).length > 0,
    isDefective: defects.length > 0,
    strict,
  });
  return {
    verdict,
    exitCode: exitCodes[verdict],
    clauses: results,
    missing,
    checks: collector.checks.filter(({ ended: { ended } }) => ended.outcome !== 'not run').length,
    exchanges: collector.exchanges,
    troubles: [...new Set([...(others === undefined ? [] : [others]), ...troubles])],
    defects,
    unconfirmed: unconfirmedIn(checks),
  };
}

/** The clauses that are blamed for what each check came upon. */
function causesOf(blamed: readonly Blamed[]): ReadonlyMap<Observed, readonly ClauseId[]> {
  const causes = new Map<Observed, ClauseId[]>();
  for (const { observed, blamed: clause } of blamed) causes.set(observed, [...(causes.get(observed) ?? []), clause]);
  return causes;
}

function resultOf(
  { id, sentence, source }: CatalogueClause,
  collector: Collector,
  { blamed, causes, checks }: RunFindings,
  { profile, waived }: SummarizeOptions,
): ClauseResult {
  const { level, settled } = bindingOf(id, profile);
  const own = checks.filter(({ ended }) => ended.clause === id);
  const mine = blamed.filter((breach) => breach.blamed === id);
  const unsteady = unsteadyStatuses(blamed.map(({ finding }) => finding));
  const readings = readingsOf(id, collector, new Set(blamed.map((breach) => breach.blamed)), unsteady);
  const satisfied = collector.kept.get(id) ?? 0;
  const blamedIn = (check: Observed) => causes.get(check) ?? [];
  const sorted = sortChecks(id, own, blamedIn);
  const verdict = verdictOf(id, profile, sorted, { satisfied, violated: mine.length, readings });
  const reason = reasonOf(sorted, blamedIn) || (verdict === 'not tested' ? reasonWithout(sorted, blamedIn) : '');
  const isMixed = verdict === 'failed' && mine.length === 0;
  const failures = isMixed ? [mixed(sentence, settled, readings)] : failuresOf(id, mine, collector);
  return {
    clause: id,
    level,
    sentence,
    source,
    verdict,
    ...(readings.length > 0 ? { reading: readings.join(' / ') } : {}),
    ...(reason !== '' && level !== 'not applicable' ? { reason } : {}),
    waived: isWaived(id, verdict, sorted, waived),
    checks: countsOf(sorted),
    kept: satisfied,
    broken: mine.length,
    // What does not bind does not fail.
    failures: verdict === 'failed' ? failures : [],
  };
}

/** An open clause that is read in more than one way, which no single exchange shows. */
function mixed(title: string, settled: string | undefined, readings: readonly string[]): Failure {
  const expected = settled ?? 'one reading throughout';
  return { check: '', title, expected, observed: readings.join(' and '), exchange: 0, given: [], exchanges: [] };
}

/** The failures that are shown, each of another check: the shortest to see again. Where none can be, the first one. */
function failuresOf(clause: ClauseId, mine: readonly Blamed[], { shortest, reproductions }: Collector): Failure[] {
  const sorted = mine
    .flatMap((breach) => {
      const reproduction = shortest.of(breach);
      return reproduction === undefined ? [] : [{ breach, reproduction }];
    })
    .sort((one, other) => byLength(clause, one, other));
  if (sorted.length === 0) return mine.slice(0, 1).map((breach) => failureOf(breach, nothing));
  const names = sorted.map(({ breach }) => occasionOf(breach, breach.observed.ended));
  const failures = sorted
    .filter((_, place) => names.indexOf(names[place] ?? '') === place)
    .slice(0, shown)
    .map(({ breach, reproduction }) => {
      const [short, whole] = [false, true].map((isWhole) => reproductions.of(clause, breach.exchange, isWhole));
      // The requests that seemed to matter may not be enough: a fault may depend on what went before.
      const isWhole = (short?.shown ?? 0) === 0 && (whole?.shown ?? 0) > 0;
      const confirmed = isWhole ? whole : short;
      const failure = failureOf(breach, isWhole ? reproduction.whole : reproduction.short);
      return confirmed === undefined ? failure : { ...failure, confirmed };
    });
  const isRefuted = ({ confirmed }: Failure) => Number(confirmed?.shown === 0);
  return failures.sort((one, other) => isRefuted(one) - isRefuted(other));
}

/** The failures that are to be seen again at the end of a run, by clause. */
export function reproducibleFailures(
  collector: Collector,
  options: Pick<SummarizeOptions, 'profile' | 'strict'>,
): Reproducible[][] {
  const { clauses: results } = summarize(collector, { ...options, waived: nothingWaived });
  return results.map(({ clause, failures }) =>
    failures.flatMap(({ exchange, given, exchanges }) => {
      const whole = collector.shortest.wholeOf(exchange);
      return exchanges.length === 0
        ? []
        : [{ clause, exchange, short: { given, exchanges }, whole: whole ?? { given, exchanges } }];
    }),
  );
}

/** A failure by what showed it: the requests that matter, and everything that the check sent. */
interface Reproducible {
  readonly clause: ClauseId;
  readonly exchange: number;
  readonly short: Scene;
  readonly whole: Scene;
}

const nothing: Scene = { given: [], exchanges: [] };

function failureOf({ finding, exchange, counterexample, observed }: Blamed, scene: Scene): Failure {
  const { check, title } = observed.ended;
  const version = observed.ended.version ?? counterexample?.version;
  return {
    check,
    title: version === undefined ? title : `${title} (${version})`,
    expected: finding.expected,
    observed: finding.observed,
    exchange,
    given: scene.given,
    exchanges: scene.exchanges,
    ...(counterexample && { counterexample }),
  };
}
