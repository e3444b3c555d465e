import { excludedClauses } from '../../contracts/clauses';
import { partly } from '../partly';
import type { ClauseResult } from '../verdict';
import { LevelMark } from './marks';
import { Sentence } from './sentence';
import { WireText } from './wire-text';

/** What was not tested, or in part, and why; and what no exchange can show. */
export function Untested({ clauses }: { readonly clauses: readonly ClauseResult[] }) {
  const untested = clauses.filter(({ verdict }) => verdict === 'not tested');
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
        {clauses.map((result) => (
          <Partly result={result} />
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

/** A clause whose verdict does not rest on all of its checks. */
function Partly({ result }: { readonly result: ClauseResult }) {
  const part = partly(result);
  if (part === undefined) return null;
  const { clause, level, sentence, verdict, reason } = result;
  return (
    <div>
      <dt>
        <a href={`#clause-${clause}`}>{clause}</a> <LevelMark level={level} /> <Sentence text={sentence} />
      </dt>
      <dd>
        {verdict}, {part}: <WireText text={reason ?? ''} isProse />
      </dd>
    </div>
  );
}
