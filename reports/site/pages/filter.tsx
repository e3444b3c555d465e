import { className } from '../../formats/html/badges';
import type { TargetHistory } from '../history';

/** Without the script of the page it is hidden, and every target is shown. */
export function TargetsFilter({ targets }: { readonly targets: readonly TargetHistory[] }) {
  const verdicts = [...new Set(targets.map(({ latest }) => latest.verdict))].sort();
  return (
    <form id="targets-filter" aria-label="which targets are shown" hidden>
      <label>
        Search <input type="search" autocomplete="off" placeholder="name, URL or profile" />
      </label>{' '}
      <label>
        Verdict{' '}
        <select>
          <option value="">all</option>
          {verdicts.map((verdict) => (
            <option value={className(verdict)}>{verdict}</option>
          ))}
        </select>
      </label>
      <p role="status" id="matches" />
    </form>
  );
}
