import { excludedClauses } from '../../contracts/clauses';
import type { ClauseResult } from '../verdict';
import { LevelMark } from './marks';
import { Sentence } from './sentence';
import { WireText } from './wire-text';

/** What was not tested, and why; and what no exchange can show. */
export function Untested({ clauses }: { readonly clauses: readonly ClauseResult[] }) {
  const untested = clauses.filter(({ verdict }) => verdict === 'not tested');
  const partly = clauses.filter(
    ({ verdict, level, checks }) =>
      verdict !== 'not tested' && level !== 'not applicable' && checks.notTested > 0 && checks.run > 0,
  );
  return (
    <section id="not-tested" aria-labelledby="not-tested-title">
      <h2 id="not-tested-title">Not tested</h2>
      {untested.length === 0 && <p>Every clause that applies was tested.</p>}
      <dl class="reasons">
        {untested.map(({ clause, level, sentence, reason, waived }) => (
          <div>
            <dt>
              <a href={`#clause-${clause}`}>{clause}</a> <LevelMark level={level} /> <Sentence text={sentence} />
            </dt>
            <dd>
              {waived && <span class="note">waived</span>} <WireText text={reason ?? ''} isProse />
            </dd>
          </div>
        ))}
        {partly.map(({ clause, level, sentence, reason, checks }) => (
          <div>
            <dt>
              <a href={`#clause-${clause}`}>{clause}</a> <LevelMark level={level} /> <Sentence text={sentence} />
            </dt>
            <dd>
              {checks.notTested} of {checks.run + checks.notTested} checks: <WireText text={reason ?? ''} isProse />
            </dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>{excludedClauses.length} rules that no exchange can show</summary>
        <dl class="reasons">
          {excludedClauses.map(({ id, sentence, excluded }) => (
            <div>
              <dt>
                {id} <Sentence text={sentence} />
              </dt>
              <dd>{excluded}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
