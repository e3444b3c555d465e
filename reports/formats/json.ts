import { fileNames } from '../result/file-names';
import type { Result } from '../result/result';
import type { Reporter } from './shared/reporter';

export function jsonReporter(): Reporter {
  return { onRunEnd: ({ result }) => ({ files: { [fileNames.result]: renderJson(result) } }) };
}

/** The whole result for programs. */
function renderJson(result: Result): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}
