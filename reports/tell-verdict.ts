import { capabilityOf } from '../contracts/capabilities';
import { lacking } from './missing-capabilities';
import type { Result } from './result';
import type { ClauseResult, MissingCapability, Verdict } from './verdict';
import { idleWaivers } from './waived-in';

/** What a verdict rests on, in one sentence. */
export function tellVerdict(result: Result): string {
  const { verdict, clauses, missing, troubles, defects, run } = result;
  const failed = (level: ClauseResult['level']) =>
    clauses.filter((one) => one.verdict === 'failed' && one.level === level);
  const untested = clauses.filter((one) => one.verdict === 'not tested' && one.level !== 'open');
  const binding = untested.filter(({ waived, level }) => !waived && (level === 'MUST' || run.strict));
  const waived = untested.filter((one) => one.waived);
  const idle = idleWaivers(result);
  const parts = [
    told(failed('MUST'), 'a MUST', 'failed'),
    told(failed('open'), 'an open', 'contradicted itself', 'contradicted themselves'),
    contradicted(defects.length),
    told(failed('SHOULD'), 'a SHOULD', `failed${run.strict ? '' : ', which does not fail the run'}`),
    told(binding, 'a binding', 'could not be tested'),
    without(lacking(missing), 'is missing', 'are missing'),
    verdict === 'incomplete' && troubles.length > 0 ? 'the run met trouble on the way to the target' : '',
    told(waived, 'a', 'was waived and not tested', 'were waived and not tested'),
    without(
      missing.filter((one) => one.waived),
      'is missing and waived',
      'are missing and waived',
    ),
  ].filter((part) => part !== '');
  const found = parts.length > 0 ? parts : ['every binding clause was examined and found kept'];
  const sentence = [...found, ...(idle.length > 0 ? [`waived for nothing: ${idle.join(', ')}`] : [])].join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function without(missing: readonly MissingCapability[], is: string, are: string): string {
  if (missing.length === 0) return '';
  const names = missing.map(({ capability }) => capabilityOf(capability).label).join(', ');
  return `${missing.length === 1 ? `a capability ${is}` : `${missing.length} capabilities ${are}`}: ${names}`;
}

function contradicted(defects: number): string {
  if (defects === 0) return '';
  return `the suite contradicts itself in ${defects === 1 ? 'a check' : `${defects} checks`}: please report it`;
}

function told(found: readonly unknown[], which: string, does: string, do_ = does): string {
  if (found.length === 0) return '';
  const kind = which.replace(/^an? ?/, '');
  return found.length === 1 ? `${which} clause ${does}` : `${found.length} ${kind}${kind && ' '}clauses ${do_}`;
}

/** In the order in which a reader asks for them. */
export const verdicts: readonly Verdict[] = ['failed', 'not tested', 'open', 'passed', 'not applicable'];

export function countOf(verdict: Verdict, clauses: readonly ClauseResult[]): number {
  return clauses.filter((clause) => clause.verdict === verdict).length;
}
