import { join } from 'node:path';
import { clauses } from '../../contracts/clauses';
import { isSuccess } from '../../contracts/http/status';
import { bindingOf, type Profile } from '../../contracts/profiles/profile';
import { countNoun } from '../../contracts/text/count-noun';
import { escapeInvisible } from '../../contracts/text/escape-invisible';
import { defaultWidth, wrapText } from '../../reports/formats/console/wrap-text';
import { type Line, line, painted } from '../../reports/formats/shared/line';
import { fileNames } from '../../reports/result/file-names';
import type { MissingCapability } from '../../reports/result/result';
import {
  blockingCapabilities,
  describeCapability,
  missingCapabilities,
} from '../../reports/verdict/missing-capabilities';
import type { Waivers } from '../../reports/verdict/waivers';
import { inspectOnly } from '../../suites/harness/preflight/inspect-only';
import type { RunPlan } from '../../suites/harness/run/run-plan';
import { type UnmetChecks, unmetChecks } from '../../suites/harness/session/plan';
import { ConfigurationError } from '../../targets/errors';
import { openClient } from '../../targets/http/client';
import type { Target } from '../../targets/http/target';
import { MetadataApi } from '../../targets/metadata-api';
import { JournalFile } from '../journal/journal-file';
import type { Machine } from '../machine/machine';
import { prepareRun } from '../session/prepare-run';
import { defaultFolder, type Settings } from '../settings/settings';
import { isLoopback } from '../target/confirm';
import { withTargetToRead } from '../target/with-target';
import { parseServerSpec } from '../target/with-temporary-servers';

/**
 * Looks at a target, and changes nothing: it sends GET requests alone. Prints what a run can test, what it cannot test
 * and why, and which setting helps. Gives the exit code: 0 when a run can start.
 *
 * @throws {ConfigurationError} for settings with which no run can start.
 * @throws {TargetUnavailableError} if the target does not respond.
 */
export async function doctor(given: Settings, machine: Machine): Promise<number> {
  const prepared = await prepareRun(given, machine.files);
  const { profile, waived } = prepared;
  // The whole target is of interest, not one counterexample.
  const { replay: _, ...plan } = prepared.plan;
  return withTargetToRead(given, machine, async (target, settings) => {
    // An earlier run may have left a journal: then no run can start.
    new JournalFile(join(given.out ?? defaultFolder, fileNames.journal), target, machine);
    await inspect({ target, settings, plan, profile, waived, machine });
    return 0;
  });
}

interface Inspection {
  readonly target: Target;
  readonly settings: Settings;
  readonly plan: RunPlan;
  readonly profile: Profile;
  readonly waived: Waivers;
  readonly machine: Machine;
}

async function inspect(inspection: Inspection): Promise<void> {
  const { target, settings, plan, profile, waived, machine } = inspection;
  const { console } = machine;
  const width = console.columns ?? defaultWidth;
  const spec = parseServerSpec(settings);
  console.out(`target     ${target.url}`, `project    ${target.projectId}`);
  if (target.serverIds.length === 0) {
    await checkToken(target);
    console.out(
      'token      accepted',
      ...labelled(
        'servers    ',
        `none yet: the run creates ${settings.createServers} (image ${spec?.image}, flavor ${spec?.flavor}); what can be tested is known only then: name a server with --server-id to know it now`,
        width,
      ),
      ...endOf(target, [], width),
    );
    return;
  }
  const { subject, environment, latency } = await inspectOnly(target, settings.quota, profile);
  const planned = unmetChecks(plan, environment);
  const records = planned.unmet.map(({ clause, need, reason }) => {
    return { ended: { clause, ended: { outcome: 'not run', need, reason } as const } };
  });
  const missing = missingCapabilities(records, environment.missing, { profile, strict: false, waived });
  const { limit, source } = subject.quota;
  console.out(
    `responds   in ${latency.toFixed(1)} ms per request, under ${environment.versions.map((version) => `/${version}`).join(' and ')}`,
    ...subject.servers.map(({ id, declaredState: state }, place) => {
      return `${(place === 0 ? 'servers' : '').padEnd(11)}${id}${state === undefined ? '' : ` (${state})`}: can be read`;
    }),
    `quota      ${limit < 0 ? 'no limit' : countNoun(limit, 'pair')} (${quotaSources[source]})`,
    '',
    ...describeTestable(planned, plan, missing, profile, width),
    ...endOf(target, missing, width),
  );
}

const quotaSources = {
  declared: 'from --quota',
  asked: 'read from the target',
  probed: 'measured',
  assumed: 'assumed; a run measures it',
};

/** Without a server only the token can be checked. */
async function checkToken(target: Target): Promise<void> {
  const client = openClient(target);
  try {
    const path = `/v2.1/${target.projectId}/limits`;
    const { status } = await new MetadataApi(client).send({ method: 'GET', path, as: 'own' });
    if (isSuccess(status) || status === 404) return;
    throw new ConfigurationError(
      `GET ${path} is answered with status ${status}: check --token, --project-id and --target`,
    );
  } finally {
    client.close();
  }
}

function describeTestable(
  { count, unmet }: UnmetChecks,
  { effort }: RunPlan,
  missing: readonly MissingCapability[],
  profile: Profile,
  width: number,
): Line[] {
  const { length: all } = clauses;
  const bound = clauses.filter(({ id }) => bindingOf(id, profile).level !== 'not applicable');
  const untested = bound.filter(({ id }) => unmet.some(({ clause }) => clause === id));
  const tested = `${count - unmet.length} of ${countNoun(count, 'check')}`;
  const complete = `${bound.length - untested.length} of ${countNoun(bound.length, 'clause')} with all their checks`;
  const rest = all - bound.length;
  const note =
    rest === 0 ? '' : `; ${rest} of ${countNoun(all, 'clause')} not applicable under the profile ${profile.name}`;
  return [
    line`${painted('can be tested', 'green')}      ${tested}; ${complete}`,
    ...labelled(
      ' '.repeat(19),
      `${effort.name} effort, in which a run counts its preflight as one more check${note}`,
      width,
    ),
    ...missing.flatMap((each) => {
      const { what, why, cost, mend } = describeCapability(each);
      const waiver = each.waived ? ' (waived)' : '';
      return [
        line`${painted('cannot be tested', 'yellow')}   ${what}${waiver}`,
        ...labelled('  why      ', why, width),
        ...labelled('  cost     ', cost, width),
        ...(mend === '' ? [] : labelled('  to do    ', mend, width)),
      ];
    }),
  ];
}

/** A run can start: every reason against it is an error. */
function endOf(target: Target, missing: readonly MissingCapability[], width: number): Line[] {
  const blocking = blockingCapabilities(missing);
  const incomplete =
    blocking.length === 0
      ? ''
      : `; without failures it ends as incomplete (exit 3): ${blocking.map(({ capability }) => capability).join(', ')}`;
  const confirmed = isLoopback(target.url) ? '' : '; it asks for confirmation, unless --yes is given';
  return [
    '',
    ...labelled(
      '',
      `a run can start${incomplete}${confirmed}. Its first requests find out what no GET shows: if the operation itself is served, and what it does.`,
      width,
    ),
  ];
}

/** A text after its label. Further lines begin in the column of the text. */
function labelled(label: string, text: string, width: number): string[] {
  const lines = wrapText(escapeInvisible(text), width - label.length);
  return lines.map((each, place) => `${place === 0 ? label : ' '.repeat(label.length)}${each}`);
}
