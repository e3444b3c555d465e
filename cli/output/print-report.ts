import { appendFileSync } from 'node:fs';
import { renderConsole } from '../../reports/formats/console/run-report';
import { githubAnnotations } from '../../reports/formats/github-annotations';
import { renderMarkdown } from '../../reports/formats/markdown';
import type { Report } from '../../reports/formats/shared/report';
import type { Result } from '../../reports/result/result';
import { describeBaseline } from '../../reports/verdict/baseline';
import type { Console } from '../machine/console';
import type { Machine } from '../machine/machine';
import { addToCorpus } from './corpus-file';
import type { ReportsFolder } from './reports-folder';

/** Tells what a run found: on the console first, before anything else can fail, then in the folder. */
export function printReport(report: Report, folder: ReportsFolder, machine: Machine): void {
  const { console, environment, files } = machine;
  const { result } = report;
  const { run } = result;
  console.out(...renderConsole(result, run, console.columns));
  console.out(`${run.target}, profile ${run.profile}, ${run.effort} effort, seed ${run.seed}, ${run.seconds} s`);
  if (result.baseline !== undefined) console.out(...describeBaseline(result.baseline));
  const paths = folder.finish(report);
  const corpus = addToCorpus(folder.path, result, files);
  if (corpus !== undefined) paths.push(corpus);
  console.out(paths.join(', '));
  reportToGitHub(result, environment, console);
}

/** In a workflow of GitHub: the summary of the step, and annotations. Elsewhere nothing. */
export function reportToGitHub(result: Result, env: NodeJS.ProcessEnv, console: Console): void {
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
