import { capabilityOf } from '../../../contracts/capabilities';
import { countNoun } from '../../../contracts/text/count-noun';
import type { ClauseResult, Failure, MissingCapability, Result, Verdict } from '../../result/result';
import { describeGate } from '../../verdict/baseline';
import { blockingCapabilities } from '../../verdict/missing-capabilities';
import { isBinding } from '../../verdict/run-verdict';
import { unusedWaivers, waivedItems } from '../../verdict/waivers';
import { shardLabel } from './shard-label';

/** The reasons of a verdict, in one sentence. */
export function describeVerdict(result: Result): string {
  const { verdict, clauses, missing, troubles, defects, run } = result;
  const failed = (level: ClauseResult['level']) =>
    clauses.filter((one) => one.verdict === 'failed' && one.level === level);
  const untested = clauses.filter((one) => one.verdict === 'not tested' && one.level !== 'open');
  const binding = untested.filter(({ waived, level }) => !waived && isBinding(level, run.strict));
  const waived = untested.filter((one) => one.waived);
  const idle = unusedWaivers(result);
  const parts = [
    countPhrase(failed('MUST'), 'a MUST', 'failed'),
    countPhrase(failed('open'), 'an open', 'is read in more than one way', 'are read in more than one way'),
    contradictionPhrase(defects.length),
    countPhrase(failed('SHOULD'), 'a SHOULD', `failed${run.strict ? '' : ', which does not fail the run'}`),
    countPhrase(binding, 'a binding', 'could not be tested'),
    capabilityPhrase(blockingCapabilities(missing), 'is missing', 'are missing'),
    verdict === 'incomplete' && troubles.length > 0 ? 'problems during the run left it incomplete' : '',
    countPhrase(waived, 'a', 'was waived and not tested', 'were waived and not tested'),
    capabilityPhrase(
      missing.filter((one) => one.waived),
      'is missing and waived',
      'are missing and waived',
    ),
  ].filter((part) => part !== '');
  const found = parts.length === 0 || verdict === 'no failure found' ? [noFailure(result), ...parts] : parts;
  const sentence = [...found, ...(idle.length > 0 ? [`unused waivers: ${idle.join(', ')}`] : [])].join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function noFailure({ run: { selected, shard }, leftOut, checks }: Result): string {
  if (shard !== undefined) {
    return `no failure was found; only ${shardLabel({ shard })} was tested: merge the reports of all shards`;
  }
  if (leftOut !== undefined) {
    return `no failure was found by ${checks} of ${checks + leftOut.checks} checks, so this does not show that the target conforms`;
  }
  if (selected === undefined) return 'every binding clause was tested and is satisfied';
  return `no failure was found; only ${selected.join(', ')} was tested, so this does not show that the target conforms`;
}

function capabilityPhrase(missing: readonly MissingCapability[], is: string, are: string): string {
  if (missing.length === 0) return '';
  const names = missing.map(({ capability }) => capabilityOf(capability).label).join(', ');
  return `${missing.length === 1 ? `a capability ${is}` : `${missing.length} capabilities ${are}`}: ${names}`;
}

function contradictionPhrase(defects: number): string {
  if (defects === 0) return '';
  return `the suite contradicts itself in ${defects === 1 ? 'a check' : `${defects} checks`}: please report it`;
}

function countPhrase(found: readonly unknown[], which: string, does: string, do_ = does): string {
  if (found.length === 0) return '';
  const kind = which.replace(/^an? ?/, '');
  return found.length === 1 ? `${which} clause ${does}` : `${found.length} ${kind}${kind && ' '}clauses ${do_}`;
}

/** The most important verdict first. */
export const verdictOrder: readonly Verdict[] = ['failed', 'not tested', 'open', 'passed', 'not applicable'];

export function countVerdict(verdict: Verdict, clauses: readonly ClauseResult[]): number {
  return clauses.filter((clause) => clause.verdict === verdict).length;
}

/** One sentence about the checks that did not fit into the limit of a run. */
export function describeLeftOut({ checks, clauses }: NonNullable<Result['leftOut']>): string {
  const untouched = clauses.length === 0 ? '' : `, among them all checks of ${clauses.join(', ')}`;
  return `${countNoun(checks, 'check')} did not fit into the limit of the run${untouched}`;
}

type LabelledResult = Pick<Result, 'verdict' | 'clauses' | 'missing' | 'leftOut' | 'checks'> & {
  readonly run: Pick<Result['run'], 'effort' | 'waived' | 'shard'>;
};

/**
 * The verdict of a run as people read it. `conformant` alone is for a complete run: waivers are counted, and quick effort
 * is named.
 */
export function verdictLabel(result: LabelledResult): string {
  const { verdict, run, leftOut, checks } = result;
  if (verdict === 'no failure found' && run.shard !== undefined) return `${verdict} in ${shardLabel(run)}`;
  if (verdict === 'no failure found' && leftOut !== undefined) {
    return `${verdict} by ${checks} of ${checks + leftOut.checks} checks`;
  }
  if (verdict === 'no failure found') return `${verdict} in ${countNoun(result.clauses.length, 'selected clause')}`;
  if (verdict !== 'conformant') return verdict;
  const waived = waivedItems(result).length;
  const limits = [waived > 0 ? `${waived} waived` : '', run.effort === 'quick' ? 'quick' : ''];
  return [verdict, ...limits.filter((limit) => limit !== '')].join(', ');
}

/** The verdict, then the gate. Every format shows these words. */
export function headline(result: LabelledResult & Pick<Result, 'baseline' | 'exitCode'>): string {
  const gate = describeGate(result);
  return gate === undefined ? verdictLabel(result) : `${verdictLabel(result)}; ${gate}`;
}

/** The id of the check that failed, and what it shows. A failure of no single check has no id. */
export function describeCheck({ check, title }: Pick<Failure, 'check' | 'title'>): string {
  return check === '' ? title : `${check}: ${title}`;
}

/** The share of a clause's checks with evidence (`2 of 15 checks`); undefined where all have. */
export function checkCoverage({ verdict, checks: { run, notTested, notRun } }: ClauseResult): string | undefined {
  if ((verdict !== 'passed' && verdict !== 'open') || notTested + notRun === 0) return undefined;
  return `${run} of ${run + notTested + notRun} checks`;
}
