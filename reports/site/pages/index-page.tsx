import { familyOf } from '../../../contracts/clauses';
import { countNoun } from '../../../contracts/text/count-noun';
import { className, VerdictSign } from '../../formats/html/badges';
import { type ClauseHistory, clausesOf, type TargetHistory } from '../history';
import { TargetsFilter } from './filter';
import { searchText } from './limits-page';
import { Matrix } from './matrix';
import {
  FailedCell,
  FailureLinks,
  Frame,
  failureLink,
  ProfileNote,
  RunBadge,
  RunName,
  TargetName,
  VerdictCell,
} from './parts';

interface TargetsProps {
  readonly targets: readonly TargetHistory[];
}

/** Every target by the families of clauses, and the newest changes. */
export function IndexPage({ targets }: TargetsProps) {
  const families = [...new Set(clausesOf(targets).map(familyOf))];
  const runs = targets.reduce((sum, target) => sum + target.runs.length, 0);
  const head = (
    <>
      <h1>
        {countNoun(targets.length, 'target')}, {countNoun(runs, 'run')}
      </h1>
      <VerdictCounts targets={targets} />
    </>
  );
  return (
    <Frame root="" tone={worstTone(targets)} what="Configuring ECS Metadata · conformance" head={head}>
      <section aria-labelledby="targets-title">
        <h2 id="targets-title">Targets and families</h2>
        <TargetsFilter targets={targets} />
        <Legend />
        <Matrix
          label="targets and families"
          className="families"
          rows={targets}
          head={() => (
            <tr>
              <th scope="col">Target</th>
              {families.map((family) => (
                <th scope="col">{family}</th>
              ))}
            </tr>
          )}
          row={(target) => <FamilyRow {...{ target, targets, families }} />}
        />
      </section>
      <LatestChanges targets={targets} />
    </Frame>
  );
}

function worstTone(targets: readonly TargetHistory[]): string {
  const order = ['error', 'not conformant', 'incomplete', 'no failure found', 'conformant'] as const;
  const worst = order.find((verdict) => targets.some(({ latest }) => latest.verdict === verdict));
  return worst === undefined ? '' : className(worst);
}

function VerdictCounts({ targets }: TargetsProps) {
  const counts = new Map<TargetHistory['latest']['verdict'], number>();
  for (const { latest } of targets) counts.set(latest.verdict, (counts.get(latest.verdict) ?? 0) + 1);
  return (
    <ul class="counts">
      {[...counts].map(([verdict, count]) => (
        <li class={className(verdict)}>
          <b>{count}</b> <VerdictSign verdict={verdict} /> {verdict}
        </li>
      ))}
    </ul>
  );
}

export function Legend() {
  return (
    <p class="legend-line">
      {(['failed', 'not tested', 'open', 'passed', 'not applicable'] as const).map((verdict) => (
        <span class={className(verdict)}>
          <VerdictSign verdict={verdict} /> {verdict}
        </span>
      ))}
      <span class="should">
        <VerdictSign verdict="failed" /> only a SHOULD failed
      </span>
      <span>empty: in no run</span>
    </p>
  );
}

interface FamilyRowProps {
  readonly target: TargetHistory;
  readonly targets: readonly TargetHistory[];
  readonly families: readonly string[];
}

function FamilyRow({ target, targets, families }: FamilyRowProps) {
  const { latest, clauses } = target;
  const byFamily = new Map(families.map((family) => [family, [] as ClauseHistory[]]));
  for (const clause of clauses) byFamily.get(familyOf(clause.clause))?.push(clause);
  return (
    <tr data-target={searchText(target)} data-verdict={className(latest.verdict)}>
      <th scope="row">
        <a href={target.page}>
          <TargetName run={latest} />
        </a>
        <ProfileNote run={latest} among={targets} />
        <RunBadge run={latest} />
        <RunName run={latest} />
      </th>
      {families.map((family) => (
        <FamilyCell clauses={byFamily.get(family) ?? []} />
      ))}
    </tr>
  );
}

const worstFirst = ['not tested', 'passed', 'open', 'not applicable'] as const;

/** The failed clauses of a family. Without any: the worst verdict, where a passed clause outweighs an open one. */
function FamilyCell({ clauses }: { readonly clauses: readonly ClauseHistory[] }) {
  const failed = clauses.filter(({ state }) => state.verdict === 'failed');
  const [first] = failed;
  if (first !== undefined) {
    const levels = failed.map(({ clause, state: { level } }) => ({ clause, level }));
    return <FailedCell href={failureLink('', first.run, first.clause)} failed={levels} />;
  }
  const verdict = worstFirst.find((each) => clauses.some(({ state }) => state.verdict === each));
  return verdict === undefined ? <td /> : <VerdictCell verdict={verdict} />;
}

/** Changes on the page. */
const changesShown = 20;

function LatestChanges({ targets }: TargetsProps) {
  const all = targets
    .flatMap((target) => target.runs.map((changes) => ({ target, ...changes })))
    .filter(({ broke, mended }) => broke.length + mended.length > 0)
    .sort((one, other) => (other.run.began ?? 0) - (one.run.began ?? 0));
  return (
    <section aria-labelledby="changes-title">
      <h2 id="changes-title">Latest changes</h2>
      {all.length === 0 && <p>No run shows a clause that broke or was mended.</p>}
      <ol class="runs">
        {all.slice(0, changesShown).map(({ target, run, broke, mended }) => (
          <li>
            <RunName run={run} />{' '}
            <a href={target.page}>
              <TargetName run={run} />
            </a>
            {broke.length > 0 && (
              <p class="failed">
                broke: <FailureLinks root="" run={run} clauses={broke} />
              </p>
            )}
            {mended.length > 0 && <p class="passed">mended: {mended.join(', ')}</p>}
          </li>
        ))}
      </ol>
      {all.length > changesShown && <p>Earlier changes are on the pages of the targets.</p>}
    </section>
  );
}
