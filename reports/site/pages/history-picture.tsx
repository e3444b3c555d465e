import type { RunSummary } from '../run-summary';
import type { Stretch, Timeline } from '../timeline';
import { failureLink, shortRunName } from './parts';

/** Pixels. */
const rowHeight = 28;
const headHeight = 30;
const widestRun = 72;
const narrowestRun = 6;
/** The runs share it, as long as each has room. */
const usualWidth = 900;
const characterWidth = 7.5;
const namesWidth = 112;

/**
 * The clauses that failed, over the runs or releases: a bar where a clause failed, a line where it was satisfied, and nothing
 * where no run shows it. Each bar leads to the failure in the first of its runs.
 */
export function HistoryPicture({ timeline: { runs, rows } }: { readonly timeline: Timeline }) {
  const step = Math.max(narrowestRun, Math.min(widestRun, Math.floor(usualWidth / runs.length)));
  const labelWidth = Math.max(...runs.map((run) => shortRunName(run).length)) * characterWidth + 8;
  // The label of the last run may be wider than the run.
  const width = runs.length * step + Math.max(0, Math.ceil(labelWidth) - step);
  const height = headHeight + rows.length * rowHeight;
  return (
    <figure class="history">
      <svg width={namesWidth} height={height} aria-hidden="true">
        {rows.map(({ clause }, row) => (
          <text x={namesWidth - 6} y={headHeight + row * rowHeight + 19} text-anchor="end">
            {clause}
          </text>
        ))}
      </svg>
      <section class="scroll" tabindex={0} aria-label="picture of the history">
        {/* biome-ignore lint/a11y/useSemanticElements: HTML has no element for a part of a picture with links. */}
        <svg
          role="group"
          aria-label="the clauses that failed, from the oldest run to the newest"
          {...{ width, height }}
        >
          <RunLabels {...{ runs, step, labelWidth }} />
          {rows.map(({ clause, level, stretches }, row) => (
            <g class={level === 'SHOULD' ? 'failed should' : 'failed'}>
              <line class="row" x1={0} x2={width} y1={headHeight + row * rowHeight} y2={headHeight + row * rowHeight} />
              {stretches.map((stretch, place) => (
                <StretchMark
                  {...{ clause, runs, stretch, step, row }}
                  isMended={stretches.slice(0, place).some(({ shows }) => shows === 'failed')}
                />
              ))}
            </g>
          ))}
        </svg>
      </section>
    </figure>
  );
}

interface RunLabelsProps {
  readonly runs: readonly RunSummary[];
  readonly step: number;
  readonly labelWidth: number;
}

/** Only the labels that have room. */
function RunLabels({ runs, step, labelWidth }: RunLabelsProps) {
  const every = Math.ceil(labelWidth / step);
  return (
    <g>
      {runs.map((run, place) =>
        place % every === 0 ? (
          <text x={place * step + 4} y={19}>
            {shortRunName(run)}
          </text>
        ) : null,
      )}
    </g>
  );
}

interface StretchMarkProps {
  readonly clause: string;
  readonly runs: readonly RunSummary[];
  readonly stretch: Stretch;
  readonly step: number;
  readonly row: number;
  /** The clause failed before. */
  readonly isMended: boolean;
}

function StretchMark({ clause, runs, stretch: { shows, from, to }, step, row, isMended }: StretchMarkProps) {
  const [first, last] = [runs[from], runs[to]];
  if (shows === 'nothing' || first === undefined || last === undefined) return null;
  const x = from * step + 1;
  const width = (to - from + 1) * step - 2;
  const y = headHeight + row * rowHeight;
  if (shows === 'satisfied') {
    return (
      <g class="passed">
        <rect x={x} y={y + 13} width={width} height={3} />
        {isMended && step > 20 && (
          <text x={x + 3} y={y + 10}>
            ✓
          </text>
        )}
      </g>
    );
  }
  const words = `${clause} failed in ${shortRunName(first)}${from === to ? '' : ` to ${shortRunName(last)}`}`;
  return (
    <a href={failureLink('../', first, clause)} aria-label={words}>
      <title>{words}</title>
      <rect x={x} y={y + 4} width={width} height={rowHeight - 8} rx={2} />
      {step > 12 && (
        <text class="sign" x={x + 5} y={y + 19}>
          ✕
        </text>
      )}
    </a>
  );
}
