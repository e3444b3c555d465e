import { everyCommand, type SettingDefinition } from '../setting';

/** How requests get to the target. */
export const connectionSettings = [
  {
    name: 'cacert',
    kind: 'text',
    argument: 'file',
    env: 'OS_CACERT',
    group: 'connection',
    commands: everyCommand,
    description: 'certificates (PEM) to trust in addition to those of the system',
  },
  {
    name: 'clientCert',
    kind: 'text',
    argument: 'file',
    env: 'OS_CERT',
    group: 'connection',
    commands: everyCommand,
    description: 'client certificate (PEM) for the target and Keystone',
  },
  {
    name: 'clientKey',
    kind: 'text',
    argument: 'file',
    env: 'OS_KEY',
    group: 'connection',
    commands: everyCommand,
    description: 'key (PEM) of the client certificate, if it is in a file of its own',
  },
  {
    name: 'insecure',
    kind: 'switch',
    env: 'OS_INSECURE',
    group: 'connection',
    commands: everyCommand,
    description: 'do not check the certificates of the target and Keystone',
  },
  {
    name: 'maxRate',
    kind: 'number',
    argument: 'number',
    env: 'ECS_METADATA_MAX_RATE',
    group: 'connection',
    commands: everyCommand,
    description: 'most requests per second',
  },
  {
    name: 'timeout',
    kind: 'seconds',
    argument: 'seconds',
    env: 'ECS_METADATA_TIMEOUT',
    group: 'connection',
    commands: everyCommand,
    description: 'longest wait for one response (default: 30)',
  },
] as const satisfies readonly SettingDefinition[];
