import { type Metadata, type Version, versions } from '../metadata';
import { validator } from '../schemas/validator';
import { type VmState, vmStates } from '../vm-states';

/**
 * The provider states of the interactions, by name, with their parameters. The verifier of a contract sets them up.
 * Each returns `project_id` and `server_id`, which the paths of the interactions contain.
 */
export interface ProviderStates {
  /** A server of the project in this vm_state (default active) with this map (default empty). */
  readonly 'server exists': { readonly vm_state?: VmState; readonly metadata?: Metadata };
  /** The same after a PUT of `sent` with any response. Default: under v2.1, with the token of the project. */
  readonly 'replace was sent': {
    readonly vm_state?: VmState;
    readonly metadata?: Metadata;
    readonly sent: Readonly<Record<string, unknown>>;
    readonly version?: Version;
    readonly token?: 'valid' | 'none';
  };
  /** A server with `metadata`, after a PUT of `sent` to another server of the project. */
  readonly 'replace was sent to another server': { readonly metadata: Metadata; readonly sent: Metadata };
  /** No server has this id (default: an unused UUID). */
  readonly 'server does not exist': { readonly server_id?: string };
  /** A server in another project than that of the token. */
  readonly 'server belongs to another project': Readonly<Record<string, never>>;
  /** The project of the path is not that of the token. */
  readonly 'project is not of the token': Readonly<Record<string, never>>;
  /** No provider knows the token of the request. */
  readonly 'token is not valid': Readonly<Record<string, never>>;
}

export type ProviderStateName = keyof ProviderStates;

export type ProviderState = {
  readonly [Name in ProviderStateName]: { readonly name: Name; readonly params: ProviderStates[Name] };
}[ProviderStateName];

const map = { type: 'object', additionalProperties: { type: 'string' } };
const inState = { vm_state: { enum: vmStates }, metadata: map };

/** The parameters of each state: the properties of a JSON Schema, and the names of the required ones. */
const parameters: Readonly<Record<ProviderStateName, readonly [object, ...string[]]>> = {
  'server exists': [inState],
  'replace was sent': [
    { ...inState, sent: { type: 'object' }, version: { enum: versions }, token: { enum: ['valid', 'none'] } },
    'sent',
  ],
  'replace was sent to another server': [{ metadata: map, sent: map }, 'metadata', 'sent'],
  'server does not exist': [{ server_id: { type: 'string', pattern: '^[^/?#]+$' } }],
  'server belongs to another project': [{}],
  'project is not of the token': [{}],
  'token is not valid': [{}],
};

export const providerStateNames = Object.keys(parameters) as readonly ProviderStateName[];

/** JSON Schema (2020-12) of a provider state: its name and its parameters. */
export const providerStateSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Provider state of the API "Configuring ECS Metadata"',
  type: 'object',
  oneOf: Object.entries(parameters).map(([name, [properties, ...required]]) => ({
    properties: {
      name: { const: name },
      params: { type: 'object', properties, required, additionalProperties: false },
    },
    required: ['name', 'params'],
  })),
};

/** True for a provider state that the suite can set up. */
export const isProviderState = validator<ProviderState>(providerStateSchema);
