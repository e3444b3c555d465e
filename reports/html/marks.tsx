import type { Level } from '../../contracts/clauses/clause';
import type { RunVerdict, Verdict } from '../verdict';

const signs: Readonly<Record<Verdict | RunVerdict, string>> = {
  passed: '✓',
  failed: '✕',
  open: '◇',
  'not tested': '?',
  'not applicable': '–',
  conformant: '✓',
  'not conformant': '✕',
  incomplete: '?',
  error: '!',
};

/** A verdict by sign, colour and word: none of them stands alone. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  return (
    <span class={`verdict ${className(verdict)}`}>
      <Sign verdict={verdict} /> {verdict}
    </span>
  );
}

export function Sign({ verdict }: { readonly verdict: Verdict | RunVerdict }) {
  return (
    <span class="sign" aria-hidden="true">
      {signs[verdict]}
    </span>
  );
}

export function LevelMark({ level }: { readonly level: Level }) {
  return level === 'not applicable' ? null : <span class={`level ${level}`}>{level}</span>;
}

export function className(verdict: Verdict | RunVerdict): string {
  return verdict.replaceAll(' ', '-');
}
