import type { FaultEffect } from '../../targets/mock/faults/fault';

/** A kind of fault: what its value means. */
export interface FaultKind {
  /** The remedy in an error: what can be given. */
  readonly expected: string;
  /** Undefined for a value that cannot be read. */
  readonly read: (value: string) => FaultEffect | undefined;
}

/** The faults of single requests, by name. */
export const faultKinds: Readonly<Record<FaultEffect['kind'], FaultKind>> = {
  latency: {
    expected: 'a duration such as 500ms, 2s or 1m',
    read: (value) => withDuration(value, (duration) => ({ kind: 'latency', duration })),
  },
  status: {
    expected: 'a status from 400 to 599',
    read: (value) => (/^[45]\d\d$/.test(value) ? { kind: 'status', status: Number(value) } : undefined),
  },
  drop: {
    expected: 'request or response',
    read: (value) => (value === 'request' || value === 'response' ? { kind: 'drop', instead: value } : undefined),
  },
  truncate: {
    expected: 'a number of bytes',
    read: (value) => (/^\d{1,9}$/.test(value) ? { kind: 'truncate', bytes: Number(value) } : undefined),
  },
  'slow-body': {
    expected: 'a duration such as 500ms, 2s or 1m',
    read: (value) => withDuration(value, (duration) => ({ kind: 'slow-body', duration })),
  },
};

const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000 };

/** The longest wait is a day, as for the settings. */
const longest = 86_400_000;

/**
 * A duration in milliseconds; undefined for a text that is none. A number without a unit is in seconds, as in the
 * settings.
 */
export function parseDuration(text: string): number | undefined {
  const [, number, unit = 's'] = /^(\d+(?:\.\d+)?)(ms|s|m)?$/.exec(text) ?? [];
  const duration = Number(number) * (units[unit] ?? Number.NaN);
  return duration <= longest ? duration : undefined;
}

function withDuration(text: string, effect: (duration: number) => FaultEffect): FaultEffect | undefined {
  const duration = parseDuration(text);
  return duration === undefined ? undefined : effect(duration);
}
