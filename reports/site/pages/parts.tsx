import type { ComponentChildren } from 'preact';
import type { Level } from '../../../contracts/clauses/clause';
import { escapeInvisible } from '../../../contracts/text/escape-invisible';
import { truncate } from '../../../contracts/text/truncate';
import { className, VerdictSign } from '../../formats/html/badges';
import { EscapedText } from '../../formats/html/escaped-text';
import type { Verdict } from '../../result/result';
import type { TargetHistory } from '../history';
import { type RunSummary, targetLabel } from '../run-summary';

/** The pages of a site by their folder: `../` for a page that is in one. */
type Root = '' | '../';

interface FrameProps {
  readonly root: Root;
  readonly tone: string;
  readonly what: string;
  readonly head: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The head, the links to the other pages, and the content. */
export function Frame({ root, tone, what, head, children }: FrameProps) {
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class={`head ${tone}`}>
        <p class="what">{what}</p>
        {head}
      </header>
      <nav aria-label="pages">
        <a href={`${root}index.html`}>Families</a> <a href={`${root}clauses.html`}>Clauses</a>{' '}
        <a href={`${root}limits.html`}>Limits</a>
      </nav>
      <main id="main">{children}</main>
    </>
  );
}

/** The verdict of a run by sign, colour and word. */
export function RunBadge({ run }: { readonly run: Pick<RunSummary, 'verdict' | 'headline'> }) {
  return (
    <span class={`verdict ${className(run.verdict)}`}>
      <VerdictSign verdict={run.verdict} /> {run.headline}
    </span>
  );
}

export function TargetName({ run, most = 120 }: { readonly run: RunSummary; readonly most?: number }) {
  return <EscapedText text={targetLabel(run.facts)} most={most} isProse />;
}

/** Beside the name of a target where the targets have several profiles: two targets may then have one name. */
export function ProfileNote({ run, among }: { readonly run: RunSummary; readonly among: readonly TargetHistory[] }) {
  if (among.every(({ latest }) => latest.facts.profile === run.facts.profile)) return null;
  return (
    <span class="of">
      profile <EscapedText text={run.facts.profile} most={40} isProse />
    </span>
  );
}

type Named = Pick<RunSummary, 'began' | 'facts'>;

/** A run by its release and its date. One of them may be missing. */
export function RunName({ run: { began, facts } }: { readonly run: Named }) {
  const { targetVersion: version } = facts;
  return (
    <>
      {version !== undefined && (
        <b class="release">
          <EscapedText text={version} most={60} isProse />
        </b>
      )}
      {version !== undefined && began !== undefined && ' '}
      {began !== undefined && <time dateTime={new Date(began).toISOString()}>{formatDate(began)}</time>}
    </>
  );
}

/** The name of a run without markup: its release, or its date. */
export function shortRunName({ began, facts: { targetVersion } }: Named): string {
  if (targetVersion !== undefined) return escapeInvisible(truncate(targetVersion, 16).text);
  return began === undefined ? '' : formatDate(began);
}

/** A date in UTC: `2026-01-31 12:00`. */
function formatDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ');
}

export function failureLink(root: Root, { page }: RunSummary, clause: string): string {
  return `${root}${page}#failure-${clause}`;
}

interface FailureLinksProps {
  readonly root: Root;
  readonly run: RunSummary;
  readonly clauses: readonly string[];
}

export function FailureLinks({ root, run, clauses }: FailureLinksProps) {
  return (
    <>
      {clauses.map((clause, place) => (
        <>
          {place > 0 && ', '}
          <a href={failureLink(root, run, clause)}>{clause}</a>
        </>
      ))}
    </>
  );
}

export function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A table has one of these in each cell: the sign alone, which a screen reader reads. */
const cellSigns: Readonly<Record<Exclude<Verdict, 'failed'>, string>> = {
  passed: '✓',
  open: '◇',
  'not tested': '?',
  'not applicable': '–',
};

export function VerdictCell({ verdict }: { readonly verdict: Exclude<Verdict, 'failed'> }) {
  return <td class={className(verdict)}>{cellSigns[verdict]}</td>;
}

interface FailedCellProps {
  readonly href: string;
  /** The clauses that failed. */
  readonly failed: readonly { readonly clause: string; readonly level: Level }[];
}

/** A failed SHOULD alone does not fail a run without --strict, so its cell differs. */
export function FailedCell({ href, failed }: FailedCellProps) {
  const names = failed.map(({ clause, level }) => (level === 'SHOULD' ? `${clause} (SHOULD)` : clause));
  const words = `${names.join(', ')} failed`;
  return (
    <td class={failed.every(({ level }) => level === 'SHOULD') ? 'failed should' : 'failed'}>
      <a href={href} title={words} aria-label={words}>
        ✕{failed.length > 1 && ` ${failed.length}`}
      </a>
    </td>
  );
}
