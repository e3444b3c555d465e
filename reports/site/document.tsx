import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** The report and the site share colours, badges and failures. */
const style = `${asset('../formats/html/assets/page.css')}\n${asset('assets/site.css')}`;
const script = asset('assets/site.js');

/** The policy of the report: no script and no style but those of the page, and nothing is loaded or sent. */
const policy = [
  "default-src 'none'",
  `style-src ${hashOf(style)}`,
  `script-src ${hashOf(script)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** A whole page as one file that opens from disk. The renderer escapes every text. */
export function renderDocument(title: string, body: VNode): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${renderToString(<title>{title}</title>)}
<style>${style}</style>
</head>
<body>
${renderToString(body)}
<script>${script}</script>
</body>
</html>
`;
}

function asset(path: string): string {
  return readFileSync(join(__dirname, path), 'utf8');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
