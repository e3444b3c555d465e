import type { Examination } from './examination';

let current: Examination | undefined;

/** Hands the examination over to the runner, which Jest makes. */
export function setCurrentExamination(examination: Examination | undefined): void {
  current = examination;
}

export function currentExamination(): Examination {
  if (current === undefined) throw new Error('the suites run through the command alone, not through Jest');
  return current;
}
