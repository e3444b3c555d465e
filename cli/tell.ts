import { visible } from '../contracts/visible';
import { baselineLines } from '../reports/baseline-lines';
import { consoleReport } from '../reports/console-report';
import type { Report } from '../reports/report';
import { addToCorpus } from './corpus-file';
import type { ReportsFolder } from './reports-folder';
import { tellGitHub } from './tell-github';

/** Tells what a run found: on the console first, before anything else can fail, then in the folder. */
export function tell(report: Report, folder: ReportsFolder): void {
  const { result } = report;
  const { run } = result;
  const { isTTY, columns } = process.stdout;
  process.stdout.write(consoleReport(result, run, { isColored: isTTY === true, width: columns }));
  process.stdout.write(
    `${run.target}, profile ${run.profile}, ${run.effort} effort, seed ${run.seed}, ${run.seconds} s\n`,
  );
  for (const complaint of run.notPutBack) process.stderr.write(`NOT PUT BACK: ${visible(complaint)}\n`);
  if (result.baseline !== undefined) process.stdout.write(`${baselineLines(result.baseline).join('\n')}\n`);
  const files = folder.finish(report);
  const corpus = addToCorpus(folder.path, result);
  if (corpus !== undefined) files.push(corpus);
  process.stdout.write(`${files.join(', ')}\n`);
  tellGitHub(result, process.env);
}
