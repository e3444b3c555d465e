import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { fileNames } from '../../result/file-names';
import { headline } from '../shared/describe-verdict';
import type { Reporter } from '../shared/reporter';
import { Observations } from './observations';
import { Page } from './page';
import type { PageData } from './page-data';
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

/**
 * The report as one HTML file that opens from disk and loads nothing. Every text is escaped by the renderer; should one
 * ever slip through, the policy lets no script run but the page's own, and nothing be loaded or sent.
 */
export function renderHtml(report: PageData): string {
  const style = asset('page.css');
  const script = asset('page.js');
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${headline(report.result)}: Configuring ECS Metadata</title>
<style>${style}</style>
</head>
<body>
${bodyOf(report)}
<script>${script}</script>
</body>
</html>
`;
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

function asset(name: string): string {
  return readFileSync(join(__dirname, 'assets', name), 'utf8');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
