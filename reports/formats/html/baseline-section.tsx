import type { BaselineOutcome, KnownFailure } from '../../result/result';
import { describeMasked } from '../../verdict/baseline';
import { EscapedText } from './escaped-text';

/** The failures of the run, compared with the baseline. They decide the exit code. */
export function BaselineSection({ baseline }: { readonly baseline: BaselineOutcome }) {
  const { known, unknown, expired, noLongerFailing } = baseline;
  const masked = describeMasked(baseline);
  return (
    <section id="baseline" aria-labelledby="baseline-title">
      <h2 id="baseline-title">Baseline</h2>
      <p>
        {known.length} known, {unknown.length} new, {expired.length} expired, {noLongerFailing.length} no longer failing
      </p>
      <dl class="reasons">
        {unknown.map((clause) => (
          <div>
            <dt>
              <a href={`#clause-${clause}`}>{clause}</a> new
            </dt>
            <dd>it is not in the baseline</dd>
          </div>
        ))}
        {expired.map((failure) => (
          <BaselineEntry failure={failure} says={`expired: accepted until ${failure.expires}`} />
        ))}
        {noLongerFailing.map((failure) => (
          <BaselineEntry failure={failure} says="no longer fails: remove it from the baseline" />
        ))}
        {known.map((failure) => (
          <BaselineEntry failure={failure} says={`known, accepted until ${failure.expires}`} />
        ))}
      </dl>
      {masked !== undefined && <p>{masked}</p>}
    </section>
  );
}

function BaselineEntry({
  failure: { clause, reason, owner },
  says,
}: {
  readonly failure: KnownFailure;
  readonly says: string;
}) {
  return (
    <div>
      <dt>
        <a href={`#clause-${clause}`}>{clause}</a> {says}
      </dt>
      <dd>
        <EscapedText text={`${reason} (${owner})`} isProse />
      </dd>
    </div>
  );
}
