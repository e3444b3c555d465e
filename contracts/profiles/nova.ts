import { ecs } from './ecs';
import type { Profile } from './profile';

/** The profile of OpenStack Nova: its source code and observations of Nova 26. */
export const nova: Profile = {
  name: 'nova',
  levels: {
    'REPLACE-08': 'MUST',
    'REPLACE-09': 'SHOULD',
    'ATOMIC-03': 'MUST',
    // In Python `$` matches before a final newline, so every Nova accepts such a key.
    'KEY-06': 'SHOULD',
    'KEY-07': 'MUST',
    'BODY-06': 'MUST',
    'BODY-07': 'MUST',
    'BODY-08': 'MUST',
    'BODY-09': 'MUST',
    'BODY-12': 'MUST',
    'BODY-13': 'MUST',
    'BODY-14': 'MUST',
    'BODY-15': 'MUST',
    'ANSWER-04': 'MUST',
    'ANSWER-05': 'MUST',
    'VERSION-03': 'MUST',
    'STATE-15': 'MUST',
    'METHOD-02': 'MUST',
    'METHOD-03': 'MUST',
    'METHOD-04': 'MUST',
  },
  settled: {
    'KEY-07': 'takes it',
    'BODY-07': 'takes it',
    'BODY-08': 'the last one wins',
    'BODY-09': 'refuses it',
    'BODY-12': 'refuses it',
    'BODY-14': 'takes it',
    'BODY-15': 'refuses it',
    'METHOD-02': '404',
  },
  limits: ecs.limits,
  statuses: { ...ecs.statuses, foreignProject: [400], foreignServer: [404], overQuota: [403], mediaType: [415] },
  errorBody: 'nova',
};
