import { clauses as catalogue } from '../../../contracts/clauses';
import { escapeInvisible } from '../../../contracts/text/escape-invisible';
import { className, LevelBadge, VerdictSign } from '../../formats/html/badges';
import { EscapedText, InlineCode } from '../../formats/html/escaped-text';
import { FailureCard } from '../../formats/html/failure-card';
import { MissingCapabilitiesSection } from '../../formats/html/not-tested';
import { type SizeBudget, SizeBudgetContext } from '../../formats/html/size-budget';
import { describeVerdict } from '../../formats/shared/describe-verdict';
import { shardLabel } from '../../formats/shared/shard-label';
import type { ClauseResult, Result } from '../../result/result';
import { baselineNote, isKnownFailure } from '../../verdict/baseline';
import { describeUnconfirmed } from '../../verdict/unconfirmed';
import { type RunSummary, slugOf } from '../run-summary';
import { Fact, Frame, RunName, TargetName } from './parts';

interface RunPageProps {
  readonly result: Result;
  readonly run: RunSummary;
  /** The file of the result, relative to the folder of the site's input. */
  readonly file: string;
  readonly budget: SizeBudget;
}

/** One run: its failures with their reproductions, and everything that left it incomplete. */
export function RunPage({ result, run, file, budget }: RunPageProps) {
  const failed = result.clauses.filter(({ verdict }) => verdict === 'failed');
  const untested = result.clauses.filter(({ verdict }) => verdict === 'not tested');
  const shown = failed.reduce((sum, { failures }) => sum + failures.length, 0);
  const room = Math.max(1, Math.floor(budget.exchanges / Math.max(shown, 1)));
  const unconfirmed = describeUnconfirmed(result.unconfirmed);
  const head = (
    <>
      <h1>
        <VerdictSign verdict={run.verdict} /> <span class="shout">{run.headline}</span>
      </h1>
      <p class="because">
        <EscapedText text={describeVerdict(result)} isProse />
      </p>
      <p class="target">
        <a href={`../targets/${slugOf(run.facts)}.html`}>
          <TargetName run={run} />
        </a>
        , run of <RunName run={run} />
      </p>
    </>
  );
  return (
    <SizeBudgetContext.Provider value={budget}>
      <Frame root="../" tone={className(run.verdict)} what="One run" head={head}>
        <Sentences title="Servers not restored" sentences={result.run.notPutBack} />
        <Sentences title="Defects of the suite: please report them" sentences={result.defects} />
        {failed.length > 0 && (
          <section aria-labelledby="failures-title">
            <h2 id="failures-title">Failures</h2>
            {failed.map((clause) => (
              <div id={`clause-${clause.clause}`}>
                <FailureCard
                  result={clause}
                  note={baselineNote(clause.clause, result.baseline)}
                  isAccepted={isKnownFailure(clause.clause, result.baseline)}
                  target={escapeInvisible(result.run.target)}
                  room={room}
                />
                {clause.failures.length === 0 && <p>The result holds no failure that this page can show.</p>}
              </div>
            ))}
          </section>
        )}
        <MissingCapabilitiesSection missing={withKnownAnchors(result)} />
        <Sentences title="Problems during the run" sentences={result.troubles} />
        <Sentences title="Not confirmed: each showed once and does not count" sentences={unconfirmed} />
        {untested.length > 0 && <NotTested clauses={untested} />}
        <section aria-labelledby="run-title">
          <h2 id="run-title">The run</h2>
          <RunFactsList result={result} file={file} />
        </section>
      </Frame>
    </SizeBudgetContext.Provider>
  );
}

/** The section links to clauses: only those that are on this page. */
function withKnownAnchors({ missing, clauses }: Result): Result['missing'] {
  const isOnPage = (id: string) =>
    clauses.some(({ clause, verdict }) => clause === id && (verdict === 'failed' || verdict === 'not tested'));
  return missing.map((each) => ({ ...each, clauses: each.clauses.filter(isOnPage) }));
}

/** Sentences of one section. */
const sentencesShown = 20;

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <section class="warning">
      <h2>{title}</h2>
      <ul>
        {sentences.slice(0, sentencesShown).map((sentence) => (
          <li>
            <EscapedText text={sentence} />
          </li>
        ))}
        {sentences.length > sentencesShown && <li>… and {sentences.length - sentencesShown} more in result.json</li>}
      </ul>
    </section>
  );
}

function NotTested({ clauses }: { readonly clauses: readonly ClauseResult[] }) {
  return (
    <section aria-labelledby="not-tested-title">
      <h2 id="not-tested-title">Not tested</h2>
      <dl class="reasons">
        {clauses.map(({ clause, level, sentence, reason, waived }) => (
          <div id={`clause-${clause}`}>
            <dt>
              {clause} <LevelBadge level={level} /> <InlineCode text={sentence} />
            </dt>
            <dd>
              {waived && <span class="note">waived</span>} <EscapedText text={reason ?? ''} isProse />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function RunFactsList({ result, file }: { readonly result: Result; readonly file: string }) {
  const { run, checks, exchanges, clauses } = result;
  const shards = shardLabel(run);
  const selected = run.selected === undefined ? `all ${catalogue.length}` : run.selected.join(', ');
  const facts: readonly (readonly [name: string, value: string])[] = [
    ['target', run.target],
    ['profile', `${run.profile}${run.strict ? ', strict' : ''}`],
    ['clauses', `${clauses.length} (selected: ${selected})`],
    ['effort', run.effort],
    ['seed', `${run.seed}`],
    ...(shards === undefined ? [] : [['shards', shards] as const]),
    ['waived', run.waived.join(', ') || 'nothing'],
    ['duration', `${run.seconds.toLocaleString('en')} s`],
    ['checks', checks.toLocaleString('en')],
    ['requests', exchanges.toLocaleString('en')],
    ['suite', run.suite],
    ['file', file],
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <Fact name={name}>
          <EscapedText text={value} />
        </Fact>
      ))}
    </dl>
  );
}
