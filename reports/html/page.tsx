import { useContext } from 'preact/hooks';
import { failureNote, isKnown } from '../gate-words';
import type { Report } from '../report';
import { unconfirmedWords } from '../unconfirmed';
import { BaselineSection } from './baseline-section';
import { ClauseList } from './clause-list';
import { FailureCard } from './failure-card';
import { LimitsSection } from './limits-section';
import { MissingSection } from './missing-section';
import { RoomContext } from './room';
import { RunSection } from './run-section';
import { Untested } from './untested';
import { VerdictHeader } from './verdict-header';
import { WireText } from './wire-text';

/** What stands in the body of the report. */
export function Page({ report }: { readonly report: Report }) {
  const { result } = report;
  const failed = result.clauses.filter(({ verdict }) => verdict === 'failed');
  const shown = failed.reduce((sum, { failures }) => sum + failures.length, 0);
  const { exchanges } = useContext(RoomContext);
  const room = Math.max(1, Math.floor(exchanges / Math.max(shown, 1)));
  return (
    <>
      <a class="skip" href="#main">
        To the findings
      </a>
      <VerdictHeader result={result} />
      <nav aria-label="sections">
        {result.missing.length > 0 && <a href="#missing">Missing</a>}{' '}
        {failed.length > 0 && <a href="#failures">Failures</a>}{' '}
        {result.baseline !== undefined && <a href="#baseline">Baseline</a>} <a href="#not-tested">Not tested</a>{' '}
        <a href="#clauses">Clauses</a> <a href="#limits">What it takes</a> <a href="#run">The run</a>
      </nav>
      <main id="main">
        <MissingSection missing={result.missing} />
        <Warnings title="Not put back" sentences={result.run.notPutBack} />
        <Warnings title="Trouble on the way to the target" sentences={result.troubles} />
        <Warnings
          title="Seen once and not again: it counts for nothing"
          sentences={unconfirmedWords(result.unconfirmed)}
        />
        <Warnings title="Defects of the suite: please report them" sentences={result.defects} />
        {failed.length > 0 && (
          <section id="failures" aria-labelledby="failures-title">
            <h2 id="failures-title">Failures</h2>
            {failed.map((clause) => (
              <FailureCard
                result={clause}
                note={failureNote(clause.clause, result.baseline)}
                isAccepted={isKnown(clause.clause, result.baseline)}
                target={result.run.target}
                room={room}
              />
            ))}
          </section>
        )}
        {result.baseline !== undefined && <BaselineSection baseline={result.baseline} />}
        <Untested clauses={result.clauses} />
        <ClauseList report={report} />
        <LimitsSection report={report} />
        <RunSection report={report} />
      </main>
    </>
  );
}

/** More than these say nothing new. */
const warningsShown = 20;

function Warnings({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <section class="warning">
      <h2>{title}</h2>
      <ul>
        {sentences.slice(0, warningsShown).map((sentence) => (
          <li>
            <WireText text={sentence} />
          </li>
        ))}
        {sentences.length > warningsShown && <li>… and {sentences.length - warningsShown} more in result.json</li>}
      </ul>
    </section>
  );
}
