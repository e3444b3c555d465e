import { shardLabel } from '../shared/shard-label';
import { EscapedText } from './escaped-text';
import type { LatencyHistogram } from './observations';
import type { PageData } from './page-data';

/** The facts of the run, and how long its requests took. */
export function RunSection({ report: { result, observations } }: { readonly report: PageData }) {
  const { run, exchanges, checks } = result;
  const shards = shardLabel(run);
  const facts: readonly (readonly [name: string, value: string])[] = [
    ['target', run.target],
    ['profile', `${run.profile}${run.strict ? ', strict' : ''}`],
    ['effort', run.effort],
    ['seed', `${run.seed}`],
    ...(shards === undefined ? [] : [['shards', shards] as const]),
    ['waived', run.waived.join(', ') || 'nothing'],
    ['quota', `${run.quota.limit === -1 ? 'no limit' : run.quota.limit} (${run.quota.source})`],
    ['started', run.began],
    ['duration', `${run.seconds.toLocaleString('en')} s`],
    ['checks', checks.toLocaleString('en')],
    ['requests', exchanges.toLocaleString('en')],
    ['suite', run.suite],
  ];
  return (
    <section id="run" aria-labelledby="run-title">
      <h2 id="run-title">The run</h2>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>
              <EscapedText text={value} />
            </dd>
          </div>
        ))}
      </dl>
      <LatencyChart latency={observations.latency} />
    </section>
  );
}

function LatencyChart({ latency }: { readonly latency: LatencyHistogram }) {
  const buckets = latency.buckets();
  const tallest = Math.max(...buckets.map(({ count }) => count));
  const width = 100 / buckets.length;
  const [first, last] = [buckets[0], buckets.at(-1)];
  if (first === undefined || last === undefined) return null;
  const words = `half within ${formatMilliseconds(latency.quantile(0.5))}, 95 % within ${formatMilliseconds(latency.quantile(0.95))}, the longest ${formatMilliseconds(latency.longest)}`;
  return (
    <figure class="latency">
      <figcaption>How long requests took: {words}</figcaption>
      <svg role="img" aria-label={words}>
        {buckets.map(({ from, to, count }, index) => {
          const height = (96 * count) / tallest;
          return (
            <rect x={`${index * width}%`} width={`${width * 0.9}%`} y={100 - height} height={height}>
              <title>
                {formatMilliseconds(from)} to {formatMilliseconds(to)}: {count}
              </title>
            </rect>
          );
        })}
        <text x="0" y="118">
          {formatMilliseconds(first.from)}
        </text>
        <text x="100%" y="118" text-anchor="end">
          {formatMilliseconds(last.to)}
        </text>
      </svg>
    </figure>
  );
}

function formatMilliseconds(milliseconds: number): string {
  return milliseconds < 10 ? `${milliseconds.toFixed(1)} ms` : `${Math.round(milliseconds).toLocaleString('en')} ms`;
}
