import type { TargetHistory } from '../history';
import { type Timeline, timelineOf } from '../timeline';
import { HistoryPicture } from './history-picture';
import { FailedCell, failureLink, RunName, VerdictCell } from './parts';

/** Runs in the picture. */
const runsInPicture = 240;

/** Columns of the table. */
const runsInTable = 30;

/** The clauses that failed once or more, run by run or release by release: as a picture, and as a table. */
export function HistorySection({ target }: { readonly target: TargetHistory }) {
  const timeline = timelineOf(target, runsInPicture);
  const table = timelineOf(target, runsInTable);
  if (timeline.runs.length < 2 || timeline.rows.length === 0) return null;
  const haveReleases = target.runs.every(({ run }) => run.facts.targetVersion !== undefined);
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">Clauses that failed, {haveReleases ? 'release by release' : 'run by run'}</h2>
      <p class="legend-line">
        <span class="failed">▬ failed</span>
        <span class="should">▬ a SHOULD failed</span>
        <span class="passed">― satisfied</span>
        <span>empty: not tested, or not in the run</span>
      </p>
      <HistoryPicture timeline={timeline} />
      <LeftOut timeline={timeline} />
      {table.rows.length > 0 && (
        <details>
          <summary>The same as a table, the newest run first</summary>
          <HistoryTable timeline={table} />
          <LeftOut timeline={table} />
        </details>
      )}
    </section>
  );
}

function LeftOut({ timeline: { runs, left } }: { readonly timeline: Timeline }) {
  if (left === 0) return null;
  return (
    <p class="source">
      The last {runs.length} of {runs.length + left} runs.
    </p>
  );
}

function HistoryTable({ timeline }: { readonly timeline: Timeline }) {
  const runs = timeline.runs.toReversed();
  return (
    <section class="scroll" tabindex={0} aria-label="table of the history">
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">Clause</th>
            {runs.map((run) => (
              <th scope="col" class="when">
                <RunName run={run} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {timeline.rows.map(({ clause }) => (
            <tr>
              <th scope="row">{clause}</th>
              {runs.map((run) => {
                const state = run.clauses.get(clause);
                if (state === undefined) return <td />;
                const { level, verdict } = state;
                if (verdict !== 'failed') return <VerdictCell verdict={verdict} />;
                return <FailedCell href={failureLink('../', run, clause)} failed={[{ clause, level }]} />;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
