import { useContext } from 'preact/hooks';
import { longCountNoun } from '../../../contracts/text/count-noun';
import type { Result } from '../../result/result';
import { baselineNote, describeGate, isKnownFailure } from '../../verdict/baseline';
import { describeUnconfirmed } from '../../verdict/unconfirmed';
import { countVerdict, describeLeftOut, describeVerdict, verdictLabel, verdictOrder } from '../shared/describe-verdict';
import { AcceptedInputsSection } from './accepted-inputs-section';
import { className, VerdictSign } from './badges';
import { BaselineSection } from './baseline-section';
import { ClauseList } from './clause-list';
import { EscapedText } from './escaped-text';
import { FailureCard } from './failure-card';
import { MissingCapabilitiesSection, NotTestedSection } from './not-tested';
import type { PageData } from './page-data';
import { RunSection } from './run-section';
import { SizeBudgetContext } from './size-budget';

/** The body of the report. */
export function Page({ report }: { readonly report: PageData }) {
  const { result } = report;
  const failed = result.clauses.filter(({ verdict }) => verdict === 'failed');
  const shown = failed.reduce((sum, { failures }) => sum + failures.length, 0);
  const { exchanges } = useContext(SizeBudgetContext);
  const room = Math.max(1, Math.floor(exchanges / Math.max(shown, 1)));
  return (
    <>
      <a class="skip" href="#main">
        Skip to the results
      </a>
      <VerdictHeader result={result} />
      <nav aria-label="sections">
        {failed.length > 0 && <a href="#failures">Failures</a>}{' '}
        {result.baseline !== undefined && <a href="#baseline">Baseline</a>}{' '}
        {result.missing.length > 0 && <a href="#missing">Missing</a>} <a href="#not-tested">Not tested</a>{' '}
        <a href="#clauses">Clauses</a> <a href="#limits">Accepted inputs</a> <a href="#run">The run</a>
      </nav>
      <main id="main">
        <Warnings title="Servers not restored" sentences={result.run.notPutBack} />
        <Warnings title="Defects of the suite: please report them" sentences={result.defects} />
        {failed.length > 0 && (
          <section id="failures" aria-labelledby="failures-title">
            <h2 id="failures-title">Failures</h2>
            {failed.map((clause) => (
              <FailureCard
                result={clause}
                note={baselineNote(clause.clause, result.baseline)}
                isAccepted={isKnownFailure(clause.clause, result.baseline)}
                target={result.run.target}
                room={room}
              />
            ))}
          </section>
        )}
        {result.baseline !== undefined && <BaselineSection baseline={result.baseline} />}
        <MissingCapabilitiesSection missing={result.missing} />
        <Warnings title="Problems during the run" sentences={result.troubles} />
        <Warnings
          title="Not confirmed: each showed once and does not count"
          sentences={describeUnconfirmed(result.unconfirmed)}
        />
        <NotTestedSection clauses={result.clauses} />
        <ClauseList report={report} />
        <AcceptedInputsSection report={report} />
        <RunSection report={report} />
      </main>
    </>
  );
}

/** Sentences of one section. */
const warningsShown = 20;

function Warnings({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <section class="warning">
      <h2>{title}</h2>
      <ul>
        {sentences.slice(0, warningsShown).map((sentence) => (
          <li>
            <EscapedText text={sentence} />
          </li>
        ))}
        {sentences.length > warningsShown && <li>… and {sentences.length - warningsShown} more in result.json</li>}
      </ul>
    </section>
  );
}

/** The verdict with its reasons, the target, and the counts. */
function VerdictHeader({ result }: { readonly result: Result }) {
  const { verdict, clauses, run, checks, exchanges } = result;
  const gate = describeGate(result);
  return (
    <header class={`head ${className(verdict)}`}>
      <p class="what">Configuring ECS Metadata · conformance report</p>
      <h1>
        <VerdictSign verdict={verdict} /> <span class="shout">{verdictLabel(result)}</span>
      </h1>
      {gate !== undefined && <p class={`gate ${result.exitCode === 0 ? 'passed' : 'failed'}`}>{gate}</p>}
      <p class="because">{describeVerdict(result)}</p>
      {result.leftOut !== undefined && <p class="because">{describeLeftOut(result.leftOut)}.</p>}
      <p class="target">
        <EscapedText text={run.target} />, profile <EscapedText text={run.profile} />,{' '}
        <time dateTime={run.began}>{run.began.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')}</time>
      </p>
      <CountsBar result={result} />
      <ul class="counts">
        {verdictOrder.map((each) => (
          <li class={countVerdict(each, clauses) === 0 ? 'none' : className(each)}>
            <b>{countVerdict(each, clauses)}</b> <VerdictSign verdict={each} /> {each}
          </li>
        ))}
      </ul>
      <p class="of">
        {longCountNoun(clauses.length, 'clause')}, {longCountNoun(checks, 'check')},{' '}
        {longCountNoun(exchanges, 'exchange')}
      </p>
    </header>
  );
}

/** The share of each verdict. The list below it has the numbers. */
function CountsBar({ result: { clauses } }: { readonly result: Result }) {
  let x = 0;
  return (
    <svg class="bar" aria-hidden="true">
      {verdictOrder.map((verdict) => {
        const width = (100 * countVerdict(verdict, clauses)) / clauses.length;
        x += width;
        return <rect class={className(verdict)} x={`${x - width}%`} width={`${width}%`} height="100%" />;
      })}
    </svg>
  );
}
