import { toldCapability } from '../told-capability';
import type { MissingCapability } from '../verdict';
import { WireText } from './wire-text';

/** What the target or its user does not offer: why, what it costs, and what can be done about it. */
export function MissingSection({ missing }: { readonly missing: readonly MissingCapability[] }) {
  if (missing.length === 0) return null;
  return (
    <section id="missing" class="warning" aria-labelledby="missing-title">
      <h2 id="missing-title">Missing capabilities</h2>
      <dl class="reasons">
        {missing.map((each) => (
          <Missing missing={each} />
        ))}
      </dl>
    </section>
  );
}

function Missing({ missing }: { readonly missing: MissingCapability }) {
  const { what, why, cost, mend } = toldCapability(missing);
  return (
    <div>
      <dt>
        {what} {missing.waived && <span class="note">waived</span>}
        {mend !== '' && <span class="note">the run is incomplete</span>}
      </dt>
      <dd>
        <WireText text={why} isProse />
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
      {mend !== '' && <dd>To mend it: {mend}</dd>}
    </div>
  );
}
