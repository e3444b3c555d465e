import type { Level } from '../../../contracts/clauses/clause';
import type { RunVerdict, Verdict } from '../../result/result';

const signs: Readonly<Record<Verdict | RunVerdict, string>> = {
  passed: '✓',
  failed: '✕',
  open: '◇',
  'not tested': '?',
  'not applicable': '–',
  'no failure found': '✓',
  conformant: '✓',
  'not conformant': '✕',
  incomplete: '?',
  error: '!',
};

/** A verdict by sign, colour and word: none of them stands alone. */
export function VerdictBadge({ verdict }: { readonly verdict: Verdict }) {
  return (
    <span class={`verdict ${className(verdict)}`}>
      <VerdictSign verdict={verdict} /> {verdict}
    </span>
  );
}

export function VerdictSign({ verdict }: { readonly verdict: Verdict | RunVerdict }) {
  return (
    <span class="sign" aria-hidden="true">
      {signs[verdict]}
    </span>
  );
}

export function LevelBadge({ level }: { readonly level: Level }) {
  return level === 'not applicable' ? null : <span class={`level ${level}`}>{level}</span>;
}

export function className(verdict: Verdict | RunVerdict): string {
  return verdict.replaceAll(' ', '-');
}
