import { gateWords } from '../gate-words';
import type { Result } from '../result';
import { shownVerdict } from '../shown-verdict';
import { countOf, tellVerdict, verdicts } from '../tell-verdict';
import { className, Sign } from './marks';
import { WireText } from './wire-text';

/** The first thing that is seen: the verdict, what it rests on, and of what. */
export function VerdictHeader({ result }: { readonly result: Result }) {
  const { verdict, clauses, run, checks, exchanges } = result;
  const gate = gateWords(result);
  return (
    <header class={`head ${className(verdict)}`}>
      <p class="what">Configuring ECS Metadata · conformance report</p>
      <h1>
        <Sign verdict={verdict} /> <span class="shout">{shownVerdict(result)}</span>
      </h1>
      {gate !== undefined && <p class={`gate ${result.exitCode === 0 ? 'passed' : 'failed'}`}>{gate}</p>}
      <p class="because">{tellVerdict(result)}</p>
      <p class="target">
        <WireText text={run.target} />, profile <WireText text={run.profile} />,{' '}
        <time dateTime={run.began}>{run.began.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')}</time>
      </p>
      <CountsBar result={result} />
      <ul class="counts">
        {verdicts.map((each) => (
          <li class={countOf(each, clauses) === 0 ? 'none' : className(each)}>
            <b>{countOf(each, clauses)}</b> <Sign verdict={each} /> {each}
          </li>
        ))}
      </ul>
      <p class="of">
        {clauses.length} clauses, {checks.toLocaleString('en')} checks, {exchanges.toLocaleString('en')} exchanges
      </p>
    </header>
  );
}

/** The share of each verdict; the list below it says the same in words. */
function CountsBar({ result: { clauses } }: { readonly result: Result }) {
  let x = 0;
  return (
    <svg class="bar" aria-hidden="true">
      {verdicts.map((verdict) => {
        const width = (100 * countOf(verdict, clauses)) / clauses.length;
        x += width;
        return <rect class={className(verdict)} x={`${x - width}%`} width={`${width}%`} height="100%" />;
      })}
    </svg>
  );
}
