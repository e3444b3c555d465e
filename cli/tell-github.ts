import { appendFileSync } from 'node:fs';
import { githubAnnotations } from '../reports/formats/github-annotations';
import { renderMarkdown } from '../reports/formats/markdown';
import type { Result } from '../reports/result/result';
import type { Console } from './machine/console';

/** In a workflow of GitHub: the summary of the step, and annotations. Elsewhere nothing. */
export function tellGitHub(result: Result, env: NodeJS.ProcessEnv, console: Console): void {
  const { GITHUB_STEP_SUMMARY: summary, GITHUB_ACTIONS: isWorkflow } = env;
  if (isWorkflow === 'true') console.annotate(...githubAnnotations(result));
  if (summary === undefined || summary === '') return;
  try {
    appendFileSync(summary, renderMarkdown(result));
  } catch (error) {
    // The run has ended and its reports are written: no verdict may hang on this.
    console.err(`the summary ${summary} cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
}
