import { isVmState, type VmState, vmStates } from '../../contracts/vm-states';
import { ConfigurationError } from '../../targets/errors';
import type { Target } from '../../targets/http/target';
import type { Network } from '../../targets/http/transport';
import { redactUrl } from '../../targets/redact/redact-url';
import { flagName, type SettingName, settingDefinitions } from '../settings/settings';
import { buildConnection, proxyFor } from './connection';
import type { ResolvedSettings } from './resolve-credentials';

/**
 * The target of the settings.
 *
 * @throws {ConfigurationError} for a missing or wrong setting.
 */
export function buildTarget(given: ResolvedSettings, url: string, network: Network, flag = '--target'): Target {
  const address = parseBaseUrl(url, flag);
  const need = (name: SettingName, what: string): string => {
    const value = given[name];
    if (typeof value === 'string' && value !== '') return value;
    const { env } = settingDefinitions.find((setting) => setting.name === name) ?? {};
    throw new ConfigurationError(
      `${what} is missing: give it with ${flagName(name)} or ${env}, or name a cloud with --os-cloud`,
    );
  };
  const serverIds = [...new Set(given.serverId ?? [])];
  if (serverIds.length === 0 && (given.createServers ?? 0) === 0) {
    throw new ConfigurationError(
      'no server is given: give at least one with --server-id, or let the run create some with --create-servers',
    );
  }
  const others = [given.otherProjectId, given.otherToken, given.otherServerId].filter((value) => value !== undefined);
  if (others.length > 0 && others.length < 3) {
    throw new ConfigurationError(
      'the second project is incomplete: give --other-project-id, --other-token and --other-server-id, or --other-cloud and --other-server-id',
    );
  }
  const fixed = parseVmStates(given.vmState ?? []);
  const clash = [...serverIds, ...Object.values(fixed)].find((id, index, all) => all.indexOf(id) !== index);
  if (clash !== undefined)
    throw new ConfigurationError(
      `server ${clash} is given twice: give a different server to --server-id and to each --vm-state`,
    );
  const token = need('token', 'the token');
  for (const [name, secret] of [
    ['token', token],
    ['otherToken', given.otherToken],
  ] as const) {
    if (secret !== undefined && !/^[\x21-\x7E]+$/.test(secret)) {
      throw new ConfigurationError(
        `${flagName(name)} is not a token: it has a character that is not allowed in an HTTP header`,
      );
    }
  }
  return {
    network,
    url: address,
    projectId: need('projectId', 'the project'),
    uriForm: { hasProject: true },
    token,
    serverIds,
    ...(given.otherProjectId === undefined ? {} : { otherProjectId: given.otherProjectId }),
    ...(given.otherToken === undefined ? {} : { otherToken: given.otherToken }),
    ...(given.identity === undefined ? {} : { tokenProvider: given.identity }),
    ...(given.otherIdentity === undefined ? {} : { otherTokenProvider: given.otherIdentity }),
    ...(given.otherServerId === undefined ? {} : { otherServerId: given.otherServerId }),
    vmStates: {
      fixed,
      ...(given.vmStateHook === undefined ? {} : { hook: parseHookUrl(given.vmStateHook) }),
      actions: given.vmStateActions ?? true,
      ...(given.resizeFlavor === undefined ? {} : { resizeFlavor: given.resizeFlavor }),
      timeout: (given.vmStateTimeout ?? 120) * 1_000,
    },
    ...buildConnection(given),
    proxy: proxyFor(address, given),
    ...(given.maxRate === undefined ? {} : { maxRate: given.maxRate }),
    timeout: (given.timeout ?? 30) * 1_000,
  };
}

function parseHttpUrl(text: string, flag: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol)) return url;
  throw new ConfigurationError(
    `${flag} ${JSON.stringify(redactUrl(text))} is not a URL: give one such as https://ecs.example.com`,
  );
}

function parseBaseUrl(text: string, flag: string): string {
  const url = parseHttpUrl(text, flag);
  if (url.username !== '' || url.password !== '')
    throw new ConfigurationError(
      `${flag} has a user or a password in it: remove them, and give ${flag === '--target' ? '--token' : '--against-token'}`,
    );
  if (url.search !== '' || url.hash !== '')
    throw new ConfigurationError(`${flag} has a query or a fragment: remove it`);
  const path = url.pathname.replace(/\/+$/, '');
  const version = /\/(v2|v2\.1)(\/.*)?$/.exec(path);
  if (version !== null) {
    throw new ConfigurationError(
      `${flag} ${redactUrl(text)} is too long: remove /${version[1]} and the rest, because both versions are tested`,
    );
  }
  return `${url.origin}${path}`;
}

function parseHookUrl(text: string): string {
  return parseHttpUrl(text, '--vm-state-hook').href;
}

/** The vm_states of `--vm-state`. */
const namedStates = vmStates.filter((state) => state !== 'active');

function parseVmStates(items: readonly string[]): Partial<Record<VmState, string>> {
  const fixed: Partial<Record<VmState, string>> = {};
  for (const item of items) {
    const [state, id] = [item.slice(0, item.indexOf('=')), item.slice(item.indexOf('=') + 1)];
    if (!item.includes('=') || id === '')
      throw new ConfigurationError(`--vm-state ${item} cannot be read: give it as stopped=ID`);
    if (state === 'active') throw new ConfigurationError(`--vm-state ${item}: give active servers with --server-id`);
    if (!isVmState(state))
      throw new ConfigurationError(
        `--vm-state ${item}: there is no vm_state ${state}, give one of ${namedStates.join(', ')}`,
      );
    if (fixed[state] !== undefined)
      throw new ConfigurationError(`--vm-state ${state} is given twice: one server is enough`);
    fixed[state] = id;
  }
  return fixed;
}
