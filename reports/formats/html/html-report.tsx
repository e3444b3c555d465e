import { renderToString } from 'preact-render-to-string';
import { fileNames } from '../../result/file-names';
import { headline } from '../shared/describe-verdict';
import type { Reporter } from '../shared/reporter';
import { Observations } from './observations';
import { Page } from './page';
import type { PageData } from './page-data';
import { SafeDocument } from './safe-document';
import { SizeBudgetContext, sizeBudgets } from './size-budget';

/** Characters: a page beyond this is shown with less room for its exchanges. */
const maxPageSize = 4_000_000;

export function htmlReporter(): Reporter {
  const observations = new Observations();
  return {
    onEvidence: (evidence) => observations.add(evidence),
    onRunEnd: ({ result, limits }) => ({ files: { [fileNames.html]: renderHtml({ result, limits, observations }) } }),
  };
}

const document = new SafeDocument(['assets/page.css'], ['assets/page.js', 'assets/copy.js']);

/** The report as one HTML file. */
export function renderHtml(report: PageData): string {
  return document.render(`${headline(report.result)}: Configuring ECS Metadata`, bodyOf(report));
}

function bodyOf(report: PageData): string {
  let body = '';
  for (const room of sizeBudgets) {
    body = renderToString(
      <SizeBudgetContext.Provider value={room}>
        <Page report={report} />
      </SizeBudgetContext.Provider>,
    );
    if (body.length <= maxPageSize) break;
  }
  return body;
}
