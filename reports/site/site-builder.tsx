import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { escapeInvisible } from '../../contracts/text/escape-invisible';
import { truncate } from '../../contracts/text/truncate';
import { SafeDocument } from '../formats/html/safe-document';
import type { SizeBudget } from '../formats/html/size-budget';
import { shardLabel } from '../formats/shared/shard-label';
import type { ImplementationRun } from '../result/implementations';
import type { Result, RunFacts } from '../result/result';
import { buildHistories, type TargetHistory } from './history';
import { type FindCause, summarizeImplementation } from './implementation-summary';
import { ClausesPage } from './pages/clauses-page';
import { ImplementationRunPage } from './pages/implementation-run-page';
import { IndexPage } from './pages/index-page';
import { LimitsPage } from './pages/limits-page';
import { RunPage } from './pages/run-page';
import { TargetPage } from './pages/target-page';
import { type RunSummary, runKey, type SummaryFacts, summarizeRun, targetKey, targetLabel } from './run-summary';
import { readStoredResult } from './stored-result';

/** The report and the site share colours, badges and failures. */
const document = new SafeDocument(
  ['assets/page.css', '../../site/assets/site.css'],
  ['../../site/assets/site.js', 'assets/copy.js'],
);

/** One page of the site. */
export interface SitePage {
  /** Relative to the folder of the site, with slashes. Only letters, digits, `-`, one folder and `.html`. */
  readonly path: string;
  readonly html: string;
}

/** From the usual room of the page of a run to one that any result fits into. */
const budgets: readonly [SizeBudget, ...SizeBudget[]] = [
  { exchanges: 60, characters: 600, headers: 8 },
  { exchanges: 0, characters: 40, headers: 2 },
];

/** Characters of the page of a run. */
const maxPageSize = 1_000_000;

/** Makes the pages. The results are added one by one, so that memory holds one whole result at a time. */
export class SiteBuilder {
  private readonly runs: RunSummary[] = [];
  private readonly keys = new Set<string>();

  /**
   * Adds the text of a `result.json`. Gives the page of its run; undefined for a copy of a result that was added.
   *
   * @param file its path for the reader.
   * @throws {SyntaxError} for a text that is no result. The message says why, without the name of the file.
   */
  add(text: string, file: string): SitePage | undefined {
    const result = readStoredResult(text);
    const { shard } = result.run;
    // It has a part of the checks: the history would show clauses as mended that fail in another shard.
    if (shard !== undefined) throw new SyntaxError(`it is of ${shardLabel({ shard })}: merge the shards first`);
    const key = runKey(result);
    if (this.keys.has(key)) return undefined;
    const run = summarizeRun(result);
    const html = renderRun(result, run, file);
    this.keys.add(key);
    this.runs.push(run);
    return { path: run.page, html };
  }

  /** Adds a stored run of an implementation, whose name ends in its release. Gives the page of the run. */
  addImplementation(name: string, stored: ImplementationRun, findCause: FindCause): SitePage {
    const run = summarizeImplementation(name, stored, findCause);
    this.runs.push(run);
    const page = <ImplementationRunPage stored={stored} run={run} />;
    return { path: run.page, html: renderPage(`${run.headline}: ${shortLabel(run.facts)}`, page) };
  }

  /** The pages of all targets, after the last result. */
  *finish(): Generator<SitePage> {
    const targets = buildHistories(this.runs);
    for (const target of targets) yield { path: target.page, html: renderTarget(target) };
    const title = 'Configuring ECS Metadata';
    yield { path: 'limits.html', html: renderPage(`limits: ${title}`, <LimitsPage targets={targets} />) };
    yield { path: 'clauses.html', html: renderPage(`clauses: ${title}`, <ClausesPage targets={targets} />) };
    yield { path: 'index.html', html: renderPage(`targets: ${title}`, <IndexPage targets={targets} />) };
  }

  get counts(): { readonly runs: number; readonly targets: number } {
    return { runs: this.runs.length, targets: new Set(this.runs.map(({ facts }) => targetKey(facts))).size };
  }
}

function renderTarget(target: TargetHistory): string {
  const { headline, facts } = target.latest;
  return renderPage(`${headline}: ${shortLabel(facts)}`, <TargetPage target={target} />);
}

function renderRun(result: Result, run: RunSummary, file: string): string {
  let html = '';
  for (const budget of budgets) {
    const page = <RunPage result={result} run={run} file={file} budget={budget} />;
    html = renderPage(`${run.headline}: ${shortLabel(run.facts)}`, page);
    if (html.length <= maxPageSize) break;
  }
  return html;
}

function renderPage(title: string, body: VNode): string {
  return document.render(title, renderToString(body));
}

/** For the title of a page, which can mark nothing. */
function shortLabel(facts: SummaryFacts): string {
  return escapeInvisible(truncate(targetLabel(facts), 100).text);
}
