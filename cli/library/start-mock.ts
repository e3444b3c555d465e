import { vmStates } from '../../contracts/vm-states';
import type { MockServer } from '../../targets/mock/servers';
import { type RunningMock, startMock as startServer } from '../../targets/mock/start-mock';
import { type FaultOptions, faultsOfOptions } from '../mock/given-faults';
import { parseFaults } from '../mock/parse-faults';
import { assertSettings } from '../settings/config-file';

export interface MockOptions {
  /** The port on 127.0.0.1. 0, the default, selects a free one. */
  readonly port?: number | undefined;
  /** The servers of the project; by default three active ones, and one in each vm_state that no action reaches. */
  readonly servers?: readonly MockServer[] | undefined;
  /** The most pairs of metadata of a server, 128 by default; -1 for no limit. */
  readonly quota?: number | undefined;
  /** The faults, named as those of `serve --fault`, in camel case. */
  readonly faults?: FaultOptions | undefined;
}

/** A running mock. `await using` closes it. */
export interface Mock extends Omit<RunningMock, 'endpoint' | 'setFaults'>, AsyncDisposable {
  /**
   * Replaces all faults; `{}` removes them. Servers, metadata and tokens stay.
   *
   * @throws {ConfigurationError} for an unknown fault or a wrong value.
   */
  setFaults(faults: FaultOptions): void;
}

const serverSchema = {
  type: 'object',
  properties: {
    id: { type: 'string', minLength: 1 },
    name: { type: 'string' },
    vmState: { enum: vmStates },
    metadata: { type: 'object', additionalProperties: { type: 'string' } },
  },
  additionalProperties: false,
};

const optionSchema = {
  type: 'object',
  properties: {
    port: { type: 'integer', minimum: 0, maximum: 65_535 },
    servers: { type: 'array', items: serverSchema },
    quota: { type: 'integer', minimum: -1 },
    faults: { type: 'object' },
  },
  additionalProperties: false,
};

/**
 * Starts a mock cloud on loopback: the API, Keystone, and what OpenStack clients read beside it.
 *
 * @throws {ConfigurationError} for an unknown option, an unknown fault or a wrong value.
 * @throws the error of Node for a port that cannot be opened (`EADDRINUSE`).
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  assertSettings(Object.fromEntries(given), optionSchema, 'the options of startMock are wrong');
  const { faults, ...others } = options;
  const running = await startServer({ ...others, faults: faults && parseFaults(faultsOfOptions(faults)) });
  const { endpoint: _, servers: __, ...members } = running;
  return {
    ...members,
    get servers() {
      return running.servers;
    },
    setFaults: (changed) => running.setFaults(parseFaults(faultsOfOptions(changed))),
    [Symbol.asyncDispose]: running.close,
  };
}
