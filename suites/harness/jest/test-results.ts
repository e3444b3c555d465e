import { createEmptyTestResult, type TestResult } from '@jest/test-result';
import type { CheckEnded } from '../../../contracts/evidence/events';
import type { CheckInfo } from '../dsl/check-info';

/** A check as Jest reports it. */
export interface CheckStatus {
  readonly status: 'passed' | 'failed' | 'pending';
  /** Why it failed, or why it is pending. */
  readonly message?: string;
  /** Milliseconds. */
  readonly duration?: number;
}

export interface NamedStatus extends CheckStatus {
  readonly name: string;
}

export type DescribeCheck = (ended: CheckEnded) => CheckStatus;

/** The full name of a check: `-t` selects by it. */
export function testName({ id, title, version }: Pick<CheckInfo, 'id' | 'title'> & Partial<CheckInfo>): string {
  return version === undefined ? `${id} ${title}` : `${id} ${title} (${version})`;
}

/** The status of a check by its own assertions. */
export const describeOutcome: DescribeCheck = ({ ended }) => {
  switch (ended.outcome) {
    case 'passed':
      return { status: 'passed' };
    case 'failed':
      return { status: 'failed', message: ended.message };
    case 'not tested':
      // A target that does not respond must not look green.
      return { status: ended.trouble ? 'failed' : 'pending', message: `not tested: ${ended.reason}` };
    case 'not run':
      return { status: 'pending', message: `not run, it needs ${ended.need}: ${ended.reason}` };
    case 'not applicable':
      return { status: 'pending', message: `not applicable: ${ended.reason}` };
  }
};

/** The result of a file. @param began by Date.now, in milliseconds. */
export function toTestResult(testFilePath: string, began: number, statuses: readonly NamedStatus[]): TestResult {
  const count = (wanted: CheckStatus['status']) => statuses.filter(({ status }) => status === wanted).length;
  const end = Date.now();
  const empty = createEmptyTestResult();
  const failureMessage = failureText(statuses);
  const notes = pendingNotes(statuses);
  return {
    ...empty,
    testFilePath,
    perfStats: { ...empty.perfStats, start: began, end, runtime: end - began },
    numPassingTests: count('passed'),
    numFailingTests: count('failed'),
    numPendingTests: count('pending'),
    skipped: count('pending') === statuses.length,
    ...(failureMessage !== '' && { failureMessage }),
    ...(notes.length > 0 && { console: notes.map((message) => ({ message, origin: '', type: 'info' as const })) }),
    testResults: statuses.map(({ name, status, message, duration }) => ({
      ancestorTitles: [],
      duration: duration ?? null,
      failureDetails: [],
      failureMessages: message === undefined ? [] : [message],
      fullName: name,
      numPassingAsserts: 0,
      status,
      title: name,
    })),
  };
}

/** Equal messages once: a target that goes down fails all checks that are left. */
function failureText(statuses: readonly NamedStatus[]): string {
  const failed = groupByMessage(statuses.filter(({ status }) => status === 'failed'));
  return [...failed].map(([message, names]) => `  ● ${counted(names)}\n\n${indent(message)}\n`).join('\n');
}

/** Jest has no place for the reason of a pending test but the output of its file. */
function pendingNotes(statuses: readonly NamedStatus[]): string[] {
  const pending = statuses.filter(({ status, message }) => status === 'pending' && message !== undefined);
  return [...groupByMessage(pending)].map(([message, names]) => `${counted(names)}\n${indent(message)}`);
}

function groupByMessage(statuses: readonly NamedStatus[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { name, message = '' } of statuses) groups.set(message, [...(groups.get(message) ?? []), name]);
  return groups;
}

function counted([first = '', ...more]: readonly string[]): string {
  return more.length === 0 ? first : `${first}, and ${more.length} more`;
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
