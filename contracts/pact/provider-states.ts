import Ajv from 'ajv/dist/2020';
import { type Metadata, type Version, versions } from '../metadata';
import { type VmState, vmStates } from '../vm-states';

/**
 * What an interaction may presuppose, by name, with its parameters. Whoever verifies a contract of this API brings
 * these states about; each gives back `project_id` and `server_id`, of which the paths of the interactions are made.
 */
export interface ProviderStates {
  /** A server of the project in this vm_state (active), holding this map (none). */
  readonly 'server exists': { readonly vm_state?: VmState; readonly metadata?: Metadata };
  /** The same, and then a PUT of `sent` was answered, whatever the answer; under v2.1 and by the project's token, unless told otherwise. */
  readonly 'replace was sent': {
    readonly vm_state?: VmState;
    readonly metadata?: Metadata;
    readonly sent: Readonly<Record<string, unknown>>;
    readonly version?: Version;
    readonly token?: 'valid' | 'none';
  };
  /** A server that holds `metadata`, and a PUT of `sent` to another server of the project was answered. */
  readonly 'replace was sent to another server': { readonly metadata: Metadata; readonly sent: Metadata };
  /** No server has this id (a UUID that no server has). */
  readonly 'server does not exist': { readonly server_id?: string };
  /** A server that exists, in a project that is not the token's. */
  readonly 'server belongs to another project': Readonly<Record<string, never>>;
  /** The project of the path is not the token's. */
  readonly 'project is not of the token': Readonly<Record<string, never>>;
  /** The token of the request is one that no provider knows. */
  readonly 'token is not valid': Readonly<Record<string, never>>;
}

export type ProviderStateName = keyof ProviderStates;

export type ProviderState = {
  readonly [Name in ProviderStateName]: { readonly name: Name; readonly params: ProviderStates[Name] };
}[ProviderStateName];

const map = { type: 'object', additionalProperties: { type: 'string' } };
const inState = { vm_state: { enum: vmStates }, metadata: map };

/** The parameters of each state, as the properties of a JSON Schema and the names of those that must be there. */
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

/** JSON Schema (2020-12) of a provider state: its name, and the parameters that it takes. */
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

/** Whether this is a provider state that the suite can bring about. */
export const isProviderState = new Ajv({ ownProperties: true, strict: false }).compile<ProviderState>(
  providerStateSchema,
);
