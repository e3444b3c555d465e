import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';

/**
 * Builds pages of one kind: a whole page is one file that opens from disk and loads nothing. The renderer escapes every
 * text. If one were not escaped, the policy of the page would still run no script but its own, and load or send nothing.
 */
export class SafeDocument {
  private readonly style: string;
  private readonly script: string;

  /** @param styles and scripts: paths of files, relative to this folder. */
  constructor(styles: readonly string[], scripts: readonly string[]) {
    this.style = styles.map(read).join('\n');
    this.script = scripts.map(read).join('\n');
  }

  /** @param body rendered HTML. */
  render(title: string, body: string): string {
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${this.policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${renderToString(h('title', {}, title))}
<style>${this.style}</style>
</head>
<body>
${body}
<script>${this.script}</script>
</body>
</html>
`;
  }

  private get policy(): string {
    return [
      "default-src 'none'",
      `style-src ${hashOf(this.style)}`,
      `script-src ${hashOf(this.script)}`,
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; ');
  }
}

function read(path: string): string {
  return readFileSync(join(__dirname, path), 'utf8');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
