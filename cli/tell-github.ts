import { appendFileSync } from 'node:fs';
import { annotations } from '../reports/annotations';
import { markdown } from '../reports/markdown';
import type { Result } from '../reports/result';
import type { Console } from './machine/console';

/** In a workflow of GitHub: the summary of the step, and annotations. Elsewhere nothing. */
export function tellGitHub(result: Result, env: NodeJS.ProcessEnv, console: Console): void {
  const { GITHUB_STEP_SUMMARY: summary, GITHUB_ACTIONS: isWorkflow } = env;
  if (isWorkflow === 'true') console.annotate(...annotations(result));
  if (summary === undefined || summary === '') return;
  try {
    appendFileSync(summary, markdown(result));
  } catch (error) {
    // The run has ended and its reports are written: no verdict may hang on this.
    console.err(`the summary ${summary} cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
}
