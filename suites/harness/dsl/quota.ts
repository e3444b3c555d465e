import { isSuccess } from '../../../contracts/http/status';
import type { Metadata } from '../../../contracts/metadata';
import { countNoun } from '../../../contracts/text/count-noun';
import type { TestContext } from './test-context';

/** A map of this many pairs, all with the same value. */
export function mapOfSize(count: number, value = '1'): Metadata {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index + 1}`, value]));
}

/** If the quota is only assumed, a lower one is no failure. */
export function skipIfQuotaLower({ notTested, profile, subject }: TestContext, status: number): void {
  if (subject.quota.source === 'assumed' && profile.statuses.overQuota.includes(status)) {
    notTested(
      `the target allows fewer than ${countNoun(subject.quota.limit, 'pair')}, and does not say how many: name it with --quota`,
    );
  }
}

/** If the quota is only assumed, a higher one, or none, is no failure. */
export function skipIfQuotaHigher({ notTested, subject }: TestContext, status: number): void {
  if (subject.quota.source === 'assumed' && isSuccess(status)) {
    notTested(
      `the target allows more than ${countNoun(subject.quota.limit, 'pair')}, and does not say how many: name it with --quota (-1: no limit)`,
    );
  }
}
