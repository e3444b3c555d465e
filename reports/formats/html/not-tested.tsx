import { excludedClauses } from '../../../contracts/clauses';
import type { ClauseResult, MissingCapability } from '../../result/result';
import { describeCapability } from '../../verdict/missing-capabilities';
import { withoutCount } from '../../verdict/untested-reason';
import { checkCoverage } from '../shared/describe-verdict';
import { LevelBadge } from './badges';
import { EscapedText, InlineCode } from './escaped-text';

/** Clauses that were not tested, or in part, with their reasons; and rules that no exchange can show. */
export function NotTestedSection({ clauses }: { readonly clauses: readonly ClauseResult[] }) {
  const untested = clauses.filter(({ verdict }) => verdict === 'not tested');
  return (
    <section id="not-tested" aria-labelledby="not-tested-title">
      <h2 id="not-tested-title">Not tested</h2>
      {untested.length === 0 && <p>Every clause that applies was tested.</p>}
      <dl class="reasons">
        {groupByReason(untested).map(([reason, group]) => (
          <div>
            <dt>
              {group.map(({ clause, level, sentence, waived }) => (
                <span class="untested">
                  <a href={`#clause-${clause}`}>{clause}</a> <LevelBadge level={level} />{' '}
                  {group.length < maxSentences && <InlineCode text={sentence} />}{' '}
                  {waived && <span class="note">waived</span>}
                </span>
              ))}
            </dt>
            <dd>
              <EscapedText text={reason} isProse />
            </dd>
          </div>
        ))}
        {clauses.map((result) => (
          <PartlyTested result={result} />
        ))}
      </dl>
      <details>
        <summary>{excludedClauses.length} rules that no exchange can show</summary>
        <dl class="reasons">
          {excludedClauses.map(({ id, sentence, excluded }) => (
            <div>
              <dt>
                {id} <InlineCode text={sentence} />
              </dt>
              <dd>{excluded}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

/** Of more clauses with one reason, the ids are enough: their sentences are in the list of clauses. */
const maxSentences = 4;

/** One cause may leave many clauses without evidence: it stands there once. */
function groupByReason(untested: readonly ClauseResult[]): [reason: string, group: ClauseResult[]][] {
  const groups = new Map<string, ClauseResult[]>();
  for (const result of untested) {
    const reason = withoutCount(result.reason ?? '');
    groups.set(reason, [...(groups.get(reason) ?? []), result]);
  }
  return [...groups];
}

/** A clause whose verdict does not rest on all of its checks. */
function PartlyTested({ result }: { readonly result: ClauseResult }) {
  const part = checkCoverage(result);
  if (part === undefined) return null;
  const { clause, level, sentence, verdict, reason } = result;
  return (
    <div>
      <dt>
        <a href={`#clause-${clause}`}>{clause}</a> <LevelBadge level={level} /> <InlineCode text={sentence} />
      </dt>
      <dd>
        {verdict}, {part}: <EscapedText text={reason ?? ''} isProse />
      </dd>
    </div>
  );
}

/** Missing capabilities with their reasons, their cost and the next step. */
export function MissingCapabilitiesSection({ missing }: { readonly missing: readonly MissingCapability[] }) {
  if (missing.length === 0) return null;
  return (
    <section id="missing" class="warning" aria-labelledby="missing-title">
      <h2 id="missing-title">Missing capabilities</h2>
      <dl class="reasons">
        {missing.map((each) => (
          <MissingEntry missing={each} />
        ))}
      </dl>
    </section>
  );
}

function MissingEntry({ missing }: { readonly missing: MissingCapability }) {
  const { what, why, cost, mend } = describeCapability(missing);
  return (
    <div>
      <dt>
        {what} {missing.waived && <span class="note">waived</span>}
        {mend !== '' && <span class="note">the run is incomplete</span>}
      </dt>
      <dd>
        <EscapedText text={why} isProse />
      </dd>
      <dd>
        {cost}
        {missing.clauses.length > 0 && ': '}
        {missing.clauses.map((clause) => (
          <>
            <a href={`#clause-${clause}`}>{clause}</a>{' '}
          </>
        ))}
      </dd>
      {mend !== '' && <dd>To fix it: {mend}</dd>}
    </div>
  );
}
