import type { Setting } from './setting';

/** How the target is reached. */
export const connectionSettings = [
  {
    name: 'cacert',
    kind: 'text',
    argument: 'file',
    env: 'OS_CACERT',
    description: 'certificates (PEM) to trust beside the usual ones',
  },
  {
    name: 'clientCert',
    kind: 'text',
    argument: 'file',
    env: 'OS_CERT',
    description: 'the certificate (PEM) to show to the target and to Keystone',
  },
  {
    name: 'clientKey',
    kind: 'text',
    argument: 'file',
    env: 'OS_KEY',
    description: 'its key (PEM), where that is not in the same file',
  },
  {
    name: 'insecure',
    kind: 'switch',
    env: 'OS_INSECURE',
    description: 'take any certificate of the target and of Keystone',
  },
  {
    name: 'maxRate',
    kind: 'number',
    argument: 'number',
    env: 'ECS_METADATA_MAX_RATE',
    description: 'send at most so many requests a second',
  },
  {
    name: 'timeout',
    kind: 'seconds',
    argument: 'seconds',
    env: 'ECS_METADATA_TIMEOUT',
    description: 'how long to wait for one answer (30)',
  },
] as const satisfies readonly Setting[];
