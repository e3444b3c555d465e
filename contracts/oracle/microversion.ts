import type { Version } from '../metadata';
import type { Objection } from './objection';

/** Judges the microversion headers of a request (VERSION-03, Nova): /v2 ignores them. */
export function microversionObjection(
  headers: Readonly<Record<string, string>>,
  version: Version,
): Objection | 'legal' | undefined {
  const asked = headers['x-openstack-nova-api-version'];
  if (asked === undefined || version === 'v2') return undefined;
  if (!/^(latest|\d+\.\d+)$/.test(asked)) return { clause: 'VERSION-03', statuses: [400], trace: 'ATOMIC-04' };
  // Nova's major version has been 2 since 2015; a later one is out of every target's range.
  if (!/^(latest|2\.)/.test(asked)) return { clause: 'VERSION-03', statuses: [406], trace: 'ATOMIC-04' };
  return 'legal';
}
