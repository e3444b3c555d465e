import { renderConsole } from '../reports/formats/console/run-report';
import type { Report } from '../reports/formats/shared/report';
import { describeBaseline } from '../reports/verdict/baseline';
import { addToCorpus } from './corpus-file';
import type { Machine } from './machine/machine';
import type { ReportsFolder } from './reports-folder';
import { tellGitHub } from './tell-github';

/** Tells what a run found: on the console first, before anything else can fail, then in the folder. */
export function tell(report: Report, folder: ReportsFolder, machine: Machine): void {
  const { console, environment, files } = machine;
  const { result } = report;
  const { run } = result;
  console.out(...renderConsole(result, run, console.columns));
  console.out(`${run.target}, profile ${run.profile}, ${run.effort} effort, seed ${run.seed}, ${run.seconds} s`);
  for (const complaint of run.notPutBack) console.err(`NOT PUT BACK: ${complaint}`);
  if (result.baseline !== undefined) console.out(...describeBaseline(result.baseline));
  const paths = folder.finish(report);
  const corpus = addToCorpus(folder.path, result, files);
  if (corpus !== undefined) paths.push(corpus);
  console.out(paths.join(', '));
  tellGitHub(result, environment, console);
}
