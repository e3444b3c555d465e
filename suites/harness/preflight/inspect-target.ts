import type { UnmetNeed } from '../../../contracts/capabilities';
import { jsonOf, toBody } from '../../../contracts/http/exchange';
import { asObject } from '../../../contracts/http/json';
import { parseServer, type ServerResource } from '../../../contracts/http/parse-response';
import { type Metadata, type Version, versions } from '../../../contracts/metadata';
import type { Subject, SubjectServer } from '../../../contracts/oracle/model';
import type { Profile } from '../../../contracts/profiles/profile';
import { formatMap } from '../../../contracts/text/format-map';
import { type VmState, vmStates } from '../../../contracts/vm-states';
import { TargetConfigurationError, TargetUnavailableError } from '../../../targets/errors';
import type { HttpResponse } from '../../../targets/http/message';
import type { Target } from '../../../targets/http/target';
import type { MetadataApi, Server } from '../../../targets/metadata-api';
import type { SnapshotStore } from '../../../targets/snapshot/snapshot-store';
import { isReachableByActions } from '../../../targets/vm-states/server-actions-driver';
import { Environment } from '../run/environment';

export interface InspectedTarget {
  readonly subject: Subject;
  /** A version under which the target serves anything, for everything around the checks. */
  readonly version: Version;
  readonly environment: Environment;
}

/**
 * Reads everything that the user named before anything is changed, and keeps snapshots of it.
 *
 * @throws {TargetConfigurationError} for a wrong token, server, project or address.
 * @throws {TargetUnavailableError} if the target does not respond.
 */
export async function inspectTarget(
  target: Target,
  declaredQuota: number | undefined,
  profile: Profile,
  api: MetadataApi,
  keeper: SnapshotStore,
): Promise<InspectedTarget> {
  const { projectId, otherProjectId, otherServerId } = target;
  const servers: SubjectServer[] = [];
  const own = (id: string): Server => ({ id, projectId, as: 'own' });
  const [first] = target.serverIds;
  if (first === undefined) throw new TargetConfigurationError('no server is given: give at least one with --server-id');
  const environment = await findVersions(own(first), api, target);
  const [version = 'v2.1'] = environment.versions;
  for (const id of target.serverIds) {
    await inspectServer(own(id), 'active', version, api, keeper, target);
    servers.push({ id, projectId });
  }
  for (const [vmState, id] of Object.entries(target.vmStates.fixed) as [VmState, string][]) {
    await inspectServer(own(id), vmState, version, api, keeper, target);
    servers.push({ id, projectId, declaredState: vmState });
  }
  if (otherProjectId !== undefined && otherServerId !== undefined) {
    const other: Server = { id: otherServerId, projectId: otherProjectId, as: 'other' };
    await inspectServer(other, 'active', version, api, keeper, target);
    servers.push({ id: otherServerId, projectId: otherProjectId });
  }
  const quota = await findQuota(target, declaredQuota, profile, version, api);
  const subject: Subject = {
    projectId,
    quota,
    servers,
    ...(otherProjectId === undefined ? {} : { otherProjectId }),
    ...(target.uriForm.hasProject ? {} : { isProjectless: true }),
  };
  await inspectServerResource(own(first), version, api, environment, target);
  if (target.serverIds.length < 2) environment.markMissing('second-server', 'one server was named');
  if (otherServerId === undefined) environment.markMissing('second-project', 'none was named');
  return { subject, version, environment };
}

/** The versions under which the metadata of a server can be read: one of the two is enough for a run. */
async function findVersions(server: Server, api: MetadataApi, target: Target): Promise<Environment> {
  const served: Version[] = [];
  const missing: UnmetNeed[] = [];
  let last: HttpResponse | undefined;
  for (const version of [...versions].reverse()) {
    const { answer, metadata } = await readTwice(server, version, api);
    if (metadata !== undefined) served.push(version);
    else
      missing.push({ need: version, reason: `GET of the metadata under it is answered with status ${answer.status}` });
    last ??= answer;
  }
  if (served.length > 0) return new Environment(served, missing);
  // Nova has served both forms since 2015; the page has the project in the URI.
  if (target.uriForm.hasProject && last?.status === 404) {
    target.uriForm.hasProject = false;
    const found = await findVersions(server, api, target).catch(() => undefined);
    const reason = 'GET of the metadata is answered with status 404 with it, and with 200 without it';
    if (found !== undefined) {
      found.markMissing('project-in-url', reason);
      return found;
    }
    target.uriForm.hasProject = true;
  }
  throw responseError(last as HttpResponse, server, target);
}

/** The page does not ask for the server resource; but where it shows no vm_state, none can be reached. */
async function inspectServerResource(
  server: Server,
  version: Version,
  api: MetadataApi,
  environment: Environment,
  { vmStates: { fixed, hook, actions, ...options } }: Target,
): Promise<void> {
  const first = await api.getServer(server, version);
  const { status, body } = first.status === 200 ? first : await api.getServer(server, version);
  const seen = parseServer({ status, body: toBody(body) });
  const path = 'GET …/servers/{server_id}';
  if (seen === undefined) environment.markMissing('server-resource', `${path} is answered with status ${status}`);
  else {
    if (seen.metadata === undefined) environment.markMissing('server-resource/metadata', `${path} shows no metadata`);
    if (seen.updated === undefined)
      environment.markMissing('server-resource/updated', `${path} shows no \`updated\` time`);
  }
  const lackState = (vmState: VmState, reason: string) => {
    if (fixed[vmState] === undefined) environment.markMissing(`vm-states/${vmState}`, reason);
  };
  if (seen?.vmState !== undefined) {
    if (hook !== undefined) return;
    const reason = actions ? 'no server action leads into it' : 'no way to change a vm_state was given';
    for (const vmState of vmStates) {
      if (vmState !== 'active' && !(actions && isReachableByActions(vmState, options))) lackState(vmState, reason);
    }
    return;
  }
  const words =
    seen === undefined
      ? `is answered with status ${status}, so that no vm_state can be seen`
      : describeMissingVmState(seen);
  for (const vmState of vmStates) lackState(vmState, `${path} ${words}`);
}

function describeMissingVmState({ vmStateText: shown }: ServerResource): string {
  return `shows ${shown === undefined ? 'no vm_state' : `the vm_state ${formatMap(shown)}, which is none`}`;
}

async function inspectServer(
  server: Server,
  wanted: VmState,
  version: Version,
  api: MetadataApi,
  keeper: SnapshotStore,
  target: Target,
): Promise<void> {
  const look = async () => {
    const { status, body } = await api.getServer(server, version);
    return parseServer({ status, body: toBody(body) });
  };
  const first = await look();
  const isAsWanted = first?.vmState === undefined || first.vmState === wanted;
  const seen = isAsWanted ? first : await look();
  if (seen?.vmState !== undefined && seen.vmState !== wanted) {
    const mend =
      wanted === 'active' ? 'bring it into active, or name another one' : `name one that is ${wanted} with --vm-state`;
    throw new TargetConfigurationError(`server ${server.id} is in vm_state ${seen.vmState}, not ${wanted}: ${mend}`);
  }
  const { answer, metadata } = await readTwice(server, version, api);
  // A deleted server may become unreadable at any moment; every other server must show its metadata.
  if (wanted === 'deleted') return;
  if (metadata === undefined) throw responseError(answer, server, target);
  keeper.add({ server, version, vmState: wanted, metadata });
}

/** The metadata of a server. It is read twice if none is shown: one response may be wrong by chance. */
async function readTwice(
  server: Server,
  version: Version,
  api: MetadataApi,
): Promise<{ readonly answer: HttpResponse; readonly metadata: Metadata | undefined }> {
  const { answer, metadata = emptyMapOf(answer) } = await api.getMetadata(server, version);
  if (metadata !== undefined) return { answer, metadata };
  await api.network.clock.sleep(retryDelay);
  const again = await api.getMetadata(server, version);
  return { answer: again.answer, metadata: again.metadata ?? emptyMapOf(again.answer) };
}

/** Milliseconds between two reads. */
const retryDelay = 300;

/** A server without metadata may show a list or null instead: the run goes on all the same. */
function emptyMapOf({ status, body }: HttpResponse): Metadata | undefined {
  const shown = status === 200 ? asObject(jsonOf(toBody(body))) : undefined;
  if (shown === undefined || !Object.hasOwn(shown, 'metadata')) return undefined;
  const { metadata } = shown;
  return metadata === null || (Array.isArray(metadata) && metadata.length === 0) ? {} : undefined;
}

/** The error for a response without metadata: the target fails, or the settings are wrong. */
function responseError(
  answer: HttpResponse,
  server: Server,
  target: Target,
): TargetConfigurationError | TargetUnavailableError {
  if (answer.status < 500) return new TargetConfigurationError(describeMisconfiguration(answer, server, target));
  const asked = `GET of the metadata of server ${server.id}`;
  return new TargetUnavailableError(
    `${target.url} fails (status ${answer.status}) for ${asked}: try again once that works`,
  );
}

function describeMisconfiguration(answer: HttpResponse, server: Server, target: Target): string {
  const { status, body, headers } = answer;
  const flag = server.as === 'own' ? '--' : '--other-';
  if (status === 401) {
    const identity = server.as === 'own' ? target.tokenProvider : target.otherTokenProvider;
    const mend = identity === undefined ? `give a valid one with ${flag}token` : `is ${target.url} of the same cloud?`;
    return `the target does not accept the token (status 401): ${mend}`;
  }
  const type = headers['content-type'] ?? '';
  if (/html/i.test(type) || /^\s*</.test(body.toString('utf8', 0, 64))) {
    return `${target.url} answers HTML (status ${status}), not this API: --target is what stands before /v2 and /v2.1`;
  }
  if (status >= 300 && status < 400) {
    return `${target.url} sends its callers elsewhere (status ${status}): give --target as that place`;
  }
  if (status === 404) {
    return `server ${server.id} does not exist in project ${server.projectId} (status 404): check ${flag}server-id, ${flag}project-id and --target`;
  }
  if (status === 200) return `GET of the metadata of server ${server.id} shows no map: is ${target.url} this API?`;
  return `GET of the metadata of server ${server.id} was answered with status ${status}: check ${flag}project-id, ${flag}token and --target`;
}

/** The quota of the settings, else that of the target (GET …/limits), else that of the profile. */
async function findQuota(
  target: Target,
  declared: number | undefined,
  profile: Profile,
  version: Version,
  api: MetadataApi,
): Promise<Subject['quota']> {
  if (declared !== undefined) return { limit: declared, source: 'declared' };
  const answer = await api.send({ method: 'GET', path: `/${version}/${target.projectId}/limits`, as: 'own' });
  const limits = asObject(asObject(jsonOf(toBody(answer.body)))?.limits);
  const limit = asObject(limits?.absolute)?.maxServerMeta;
  if (answer.status === 200 && typeof limit === 'number') return { limit, source: 'asked' };
  return { limit: profile.limits.quota, source: 'assumed' };
}
