import { type ClauseId, clauseOf } from '../../../contracts/clauses';
import { describeConfirmation } from '../../collector/confirmation';
import { className, LevelBadge, VerdictSign } from '../../formats/html/badges';
import { EscapedText, InlineCode } from '../../formats/html/escaped-text';
import type { ImplementationRun } from '../../result/implementations';
import { type ClauseState, type RunSummary, slugOf } from '../run-summary';
import { Fact, Frame, RunName, TargetName } from './parts';

interface ImplementationRunPageProps {
  readonly stored: ImplementationRun;
  readonly run: RunSummary;
}

/** A stored run of an implementation: the cause of each failure, and why a clause was not tested. */
export function ImplementationRunPage({ stored, run }: ImplementationRunPageProps) {
  const failed = [...run.clauses].filter(([, { verdict }]) => verdict === 'failed') as [ClauseId, ClauseState][];
  const reasons = Object.entries(stored.reasons) as [ClauseId, string][];
  const head = (
    <>
      <h1>
        <VerdictSign verdict={run.verdict} /> <span class="shout">{run.headline}</span>
      </h1>
      <p class="target">
        <a href={`../targets/${slugOf(run.facts)}.html`}>
          <TargetName run={run} />
        </a>{' '}
        <RunName run={run} />
      </p>
    </>
  );
  return (
    <Frame root="../" tone={className(run.verdict)} what="One run" head={head}>
      {failed.length > 0 && (
        <section aria-labelledby="failures-title">
          <h2 id="failures-title">Failures</h2>
          {failed.map(([clause, state]) => (
            <StoredFailure clause={clause} state={state} failure={stored.failures?.[clause]} />
          ))}
        </section>
      )}
      {reasons.length > 0 && (
        <section aria-labelledby="not-tested-title">
          <h2 id="not-tested-title">Not tested</h2>
          <dl class="reasons">
            {reasons.map(([clause, reason]) => (
              <div>
                <dt>
                  {clause} <InlineCode text={clauseOf(clause).sentence} />
                </dt>
                <dd>
                  <EscapedText text={reason} isProse />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <section aria-labelledby="run-title">
        <h2 id="run-title">The run</h2>
        <dl class="facts">
          <Fact name="profile">{stored.profile}</Fact>
          <Fact name="effort">{stored.effort}</Fact>
          <Fact name="seed">{stored.seed}</Fact>
          <Fact name="duration">{stored.seconds} s</Fact>
          <Fact name="requests">{stored.requests.toLocaleString('en')}</Fact>
          <Fact name="suite">{stored.suite}</Fact>
        </dl>
      </section>
    </Frame>
  );
}

interface StoredFailureProps {
  readonly clause: ClauseId;
  readonly state: ClauseState;
  readonly failure: NonNullable<ImplementationRun['failures']>[ClauseId];
}

function StoredFailure({ clause, state: { level, cause }, failure }: StoredFailureProps) {
  const { sentence, source } = clauseOf(clause);
  return (
    <article class="failure" id={`failure-${clause}`}>
      <h3>
        {clause} <LevelBadge level={level} /> <InlineCode text={sentence} />
      </h3>
      <p class="source">{source}</p>
      {cause !== undefined && (
        <p>
          <InlineCode text={cause} />
        </p>
      )}
      {failure?.at !== undefined && (
        <p class="check">
          <span class="label">cause</span> <code>{failure.at}</code>
        </p>
      )}
      {failure?.confirmed !== undefined && <p class="check">{describeConfirmation(clause, failure.confirmed)}</p>}
    </article>
  );
}
