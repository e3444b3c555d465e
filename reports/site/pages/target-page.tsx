import { clauseOf, familyOf, isClauseId } from '../../../contracts/clauses';
import { className, LevelBadge, VerdictBadge } from '../../formats/html/badges';
import { EscapedText, InlineCode } from '../../formats/html/escaped-text';
import { TextDiff } from '../../formats/html/text-diff';
import { shardSuffix } from '../../formats/shared/shard-label';
import type { ClauseHistory, RunChanges, TargetHistory } from '../history';
import { HistorySection } from './history-section';
import { LimitsList } from './limits-page';
import { FailureLinks, Frame, failureLink, RunBadge, RunName, TargetName } from './parts';

/** One target: failing clauses with their dates, limits, every clause, and its runs. */
export function TargetPage({ target }: { readonly target: TargetHistory }) {
  const { latest, runs, clauses } = target;
  const [first] = runs;
  const failing = clauses.filter((clause) => clause.failing !== undefined);
  const head = (
    <>
      <h1>
        <TargetName run={latest} />
      </h1>
      <p class="because">
        <RunBadge run={latest} />
      </p>
      <p class="target">
        {latest.facts.target !== undefined && (
          <>
            <EscapedText text={latest.facts.target} most={300} />,{' '}
          </>
        )}
        profile <EscapedText text={latest.facts.profile} />, last run <RunName run={latest} />
        {runs.length > 1 && first !== undefined && (
          <>
            , {runs.length} runs since <RunName run={first.run} />
          </>
        )}
      </p>
    </>
  );
  return (
    <Frame root="../" tone={className(latest.verdict)} what="One target" head={head}>
      <HistorySection target={target} />
      <section aria-labelledby="failing-title">
        <h2 id="failing-title">Failing now</h2>
        {failing.length === 0 && <p>No clause fails.</p>}
        {failing.map((clause) => (
          <FailingClause clause={clause} />
        ))}
      </section>
      <section aria-labelledby="limits-title">
        <h2 id="limits-title">Limits</h2>
        <LimitsList target={target} root="../" />
      </section>
      <section aria-labelledby="runs-title">
        <h2 id="runs-title">Runs</h2>
        <ol class="runs">
          {runs.toReversed().map((changes) => (
            <RunEntry changes={changes} />
          ))}
        </ol>
      </section>
      <ClausesByFamily clauses={clauses} />
    </Frame>
  );
}

function FailingClause({ clause: { clause, state, failing } }: { readonly clause: ClauseHistory }) {
  if (failing === undefined) return null;
  const { since, last, isSinceFirst, runs } = failing;
  const { failure, cause, level } = last.clauses.get(clause) ?? state;
  return (
    <article class="failure">
      <h3>
        <a href={failureLink('../', last, clause)}>{clause}</a> <LevelBadge level={level} />{' '}
        <Sentence clause={clause} />
      </h3>
      <p class="source">
        {isSinceFirst ? 'at least since' : 'since'} <RunName run={since} />,{' '}
        {runs === 1 ? 'in 1 run' : `in ${runs} runs`}
        {state.verdict === 'not tested' && '; not tested in the last run'}
      </p>
      {cause !== undefined && (
        <p>
          <InlineCode text={cause} />
        </p>
      )}
      {failure !== undefined && <TextDiff expected={failure.expected} observed={failure.observed} />}
    </article>
  );
}

/** The sentence of the catalogue; nothing for a clause of another version. */
function Sentence({ clause }: { readonly clause: string }) {
  return isClauseId(clause) ? <InlineCode text={clauseOf(clause).sentence} /> : null;
}

function RunEntry({ changes: { run, broke, found, mended, stillFailing } }: { readonly changes: RunChanges }) {
  const { selected, effort, suite } = run.facts;
  const isQuiet = broke.length + found.length + mended.length + stillFailing.length === 0;
  return (
    <li>
      <a href={`../${run.page}`}>
        <RunName run={run} />
      </a>{' '}
      <RunBadge run={run} />
      <p class="source">
        {effort} effort{shardSuffix(run.facts)}, suite <EscapedText text={suite} most={40} isProse />
        {selected !== undefined && (
          <>
            , only <EscapedText text={selected.join(', ')} most={200} isProse />
          </>
        )}
      </p>
      {broke.length > 0 && (
        <p class="failed">
          broke: <FailureLinks root="../" run={run} clauses={broke} />
        </p>
      )}
      {found.length > 0 && (
        <p class="failed">
          failed when first tested: <FailureLinks root="../" run={run} clauses={found} />
        </p>
      )}
      {mended.length > 0 && <p class="passed">mended: {mended.join(', ')}</p>}
      {stillFailing.length > 0 && (
        <p>
          still failing: <FailureLinks root="../" run={run} clauses={stillFailing} />
        </p>
      )}
      {isQuiet && <p>no change, no failure</p>}
    </li>
  );
}

function ClausesByFamily({ clauses }: { readonly clauses: readonly ClauseHistory[] }) {
  const families = [...new Set(clauses.map(({ clause }) => familyOf(clause)))];
  return (
    <section aria-labelledby="clauses-title">
      <h2 id="clauses-title">Clauses</h2>
      {families.map((family) => (
        <details>
          <summary>{family}</summary>
          <ul class="limits">
            {clauses
              .filter(({ clause }) => familyOf(clause) === family)
              .map(({ clause, state, run }) => (
                <li>
                  <VerdictBadge verdict={state.verdict} />{' '}
                  <span>
                    {state.verdict === 'failed' ? <a href={failureLink('../', run, clause)}>{clause}</a> : clause}{' '}
                    <Sentence clause={clause} />
                    {state.reading !== undefined && (
                      <b class="reading">
                        {' '}
                        — <EscapedText text={state.reading} isProse />
                      </b>
                    )}
                  </span>
                </li>
              ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
