import type { ComponentChildren } from 'preact';
import { familyOf } from '../../../contracts/clauses';
import type { Exchange } from '../../../contracts/http/exchange';
import type { ClauseResult } from '../../result/result';
import { countVerdict, verdictOrder } from '../shared/describe-verdict';
import { className, LevelBadge, VerdictBadge } from './badges';
import { EscapedText, InlineCode } from './escaped-text';
import { ExchangeView } from './exchanges';
import type { PageData } from './page-data';

/** Every clause by family, to be filtered and searched. Without the script of the page, all are shown. */
export function ClauseList({ report: { result, observations } }: { readonly report: PageData }) {
  const families = [...new Set(result.clauses.map(({ clause }) => familyOf(clause)))];
  return (
    <section id="clauses" aria-labelledby="clauses-title">
      <h2 id="clauses-title">Clauses</h2>
      <Filter clauses={result.clauses} />
      {families.map((family) => (
        <section class="family" aria-labelledby={`family-${family}`}>
          <h3 id={`family-${family}`}>{family}</h3>
          {result.clauses
            .filter(({ clause }) => familyOf(clause) === family)
            .map((clause) => (
              <ClauseRow
                result={clause}
                sample={observations.samples.get(clause.clause)}
                profile={result.run.profile}
              />
            ))}
        </section>
      ))}
      <p id="none" hidden>
        No clause matches.
      </p>
    </section>
  );
}

function Filter({ clauses }: { readonly clauses: readonly ClauseResult[] }) {
  return (
    <form id="filter" aria-label="which clauses are shown" hidden>
      <label>
        Search <input type="search" id="search" autocomplete="off" placeholder="KEY, quota, 409 …" />
      </label>
      <fieldset>
        <legend>Result</legend>
        {verdictOrder.map((verdict) => (
          <label class="choice">
            <input type="checkbox" name="verdict" value={className(verdict)} checked /> {verdict} (
            {countVerdict(verdict, clauses)})
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>Level</legend>
        {['MUST', 'SHOULD', 'open', 'not applicable'].map((level) => (
          <label class="choice">
            <input type="checkbox" name="level" value={level} checked /> {level}
          </label>
        ))}
      </fieldset>
      <p role="status" id="matches" />
    </form>
  );
}

interface ClauseRowProps {
  readonly result: ClauseResult;
  readonly sample: Exchange | undefined;
  readonly profile: string;
}

function ClauseRow({ result, sample, profile }: ClauseRowProps) {
  const { clause, level, sentence, source, verdict, reading, reason, waived, checks, satisfied, violated } = result;
  return (
    <details class="clause" id={`clause-${clause}`} data-verdict={className(verdict)} data-level={level}>
      <summary>
        <VerdictBadge verdict={verdict} /> <span class="id">{clause}</span> <LevelBadge level={level} />{' '}
        <span class="sentence">
          <InlineCode text={sentence} />
          {reading !== undefined && <b class="reading"> — {reading}</b>}
          {reading !== undefined && verdict === 'passed' && `, as profile ${profile} requires`}
        </span>
      </summary>
      <dl class="facts">
        <Fact name="source">{source}</Fact>
        <Fact name="checks">
          {checks.run} with evidence
          {checks.notTested > 0 && `, ${checks.notTested} without evidence`}
          {checks.notRun > 0 && `, ${checks.notRun} not run`}
        </Fact>
        <Fact name="exchanges">
          satisfied in {satisfied.toLocaleString('en')}, violated in {violated.toLocaleString('en')}
        </Fact>
        {reason !== undefined && (
          <Fact name={verdict === 'not applicable' ? 'not applicable' : 'not tested'}>
            {waived && 'waived: '}
            <EscapedText text={reason} isProse />
          </Fact>
        )}
        {verdict === 'failed' && (
          <Fact name="failure">
            <a href={`#failure-${clause}`}>expected and observed</a>
          </Fact>
        )}
      </dl>
      {sample !== undefined && verdict !== 'failed' && (
        <>
          <p class="sample">
            {verdict === 'open' ? 'Reading shown' : 'Satisfied'} in exchange {sample.number}:{' '}
            <b>{sample.request.method}</b> <EscapedText text={sample.request.path} most={300} />
          </p>
          <ExchangeView exchange={sample} />
        </>
      )}
    </details>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
