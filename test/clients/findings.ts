import type { Outcome } from './outcome';

/** What stored results show of a client, in one sentence. */
interface Finding {
  readonly client: string;
  /** The scenarios that show it, and their outcome. */
  readonly scenarios: readonly string[];
  readonly outcome: Outcome;
  readonly sentence: string;
}

const removesDots =
  'removes the key `..` by DELETE of the server itself (`…/servers/{server_id}/`), because a library below it resolves the dots of the path. The slash at the end is all that differs from DELETE of the server.';

export const findings: readonly Finding[] = [
  {
    client: 'openstacksdk',
    scenarios: ['set'],
    outcome: 'wrong return',
    sentence:
      'after `set_server_metadata` the returned server has only the pairs that were sent, although the server keeps the others; the response is not read.',
  },
  {
    client: 'openstacksdk',
    scenarios: ['set-server'],
    outcome: 'failed',
    sentence:
      '`set_server_metadata` takes the keys as names of Python arguments, so that the key `server` raises TypeError, and nothing is sent.',
  },
  { client: 'openstacksdk', scenarios: ['remove-dots'], outcome: 'failed', sentence: removesDots },
  {
    client: 'openstackclient',
    scenarios: ['set-server'],
    outcome: 'failed',
    sentence: '`server set --property server=…` fails with the TypeError of openstacksdk: this key cannot be set.',
  },
  { client: 'openstackclient', scenarios: ['remove-dots'], outcome: 'failed', sentence: removesDots },
  { client: 'novaclient', scenarios: ['remove-dots'], outcome: 'failed', sentence: removesDots },
  {
    client: 'libcloud',
    scenarios: ['replace-nil'],
    outcome: 'failed',
    sentence: '`ex_set_metadata` with None sends `null`, which the API rejects, and does not clear the map.',
  },
  {
    client: 'libcloud',
    scenarios: ['expired-token'],
    outcome: 'failed',
    sentence:
      'a 401 reaches the user: it does not sign in again when the API rejects its token before the announced end.',
  },
  {
    client: 'gophercloud',
    scenarios: ['replace-nil'],
    outcome: 'failed',
    sentence: '`ResetMetadata` with a nil map sends `null`, which the API rejects: an empty map clears the metadata.',
  },
  {
    client: 'openstack4j',
    scenarios: ['set', 'set-server'],
    outcome: 'wrong map',
    sentence:
      '`updateMetadata` is documented to create or replace items, and sends PUT: every pair that it does not name is lost.',
  },
  { client: 'openstack4j', scenarios: ['remove-dots'], outcome: 'failed', sentence: removesDots },
  {
    client: 'openstack4j',
    scenarios: ['unknown-server', 'read-unknown'],
    outcome: 'swallowed',
    sentence: 'a 404 is no error: `updateMetadata` and `getMetadata` of an unknown server return null.',
  },
  {
    client: 'jclouds',
    scenarios: ['replace-nil'],
    outcome: 'failed',
    sentence: '`setMetadata` with null raises NullPointerException, and nothing is sent.',
  },
  {
    client: 'jclouds',
    scenarios: ['read-unknown'],
    outcome: 'swallowed',
    sentence: 'a 404 is no error: `getMetadata` of an unknown server returns an empty map.',
  },
  {
    client: 'jclouds',
    scenarios: ['quota'],
    outcome: 'reported',
    sentence: 'more pairs than the quota are AuthorizationException, as a token that is not good is.',
  },
  {
    client: 'jclouds',
    scenarios: ['refused-token'],
    outcome: 'reported',
    sentence: 'it sends a request five times before it reports a 401.',
  },
  {
    client: 'pkgcloud',
    scenarios: ['set', 'replace', 'remove', 'clear'],
    outcome: 'absent',
    sentence: 'it reads the metadata with the server, and has no call that changes them.',
  },
];
