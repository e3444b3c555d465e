import { appendFileSync } from 'node:fs';
import { annotations } from '../reports/annotations';
import { markdown } from '../reports/markdown';
import type { Result } from '../reports/result';

/** In a workflow of GitHub: the summary of the step, and annotations. Elsewhere nothing. */
export function tellGitHub(result: Result, env: NodeJS.ProcessEnv): void {
  const { GITHUB_STEP_SUMMARY: summary, GITHUB_ACTIONS: isWorkflow } = env;
  if (isWorkflow === 'true')
    process.stdout.write(
      annotations(result)
        .map((line) => `${line}\n`)
        .join(''),
    );
  if (summary === undefined || summary === '') return;
  try {
    appendFileSync(summary, markdown(result));
  } catch (error) {
    // The run has ended and its reports are written: no verdict may hang on this.
    process.stderr.write(`the summary ${summary} cannot be written (${(error as NodeJS.ErrnoException).code})\n`);
  }
}
