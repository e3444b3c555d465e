import { mutant } from '../mutant';

/** Merges on one of the servers. The fault of a shard that runs an old release. */
export default mutant('second-server-merges', {
  killedBy: ['REPLACE-02', 'REPLACE-04'],
  replace: (old, sent, { server }) => (server.id.endsWith('2') ? { ...old, ...sent } : sent),
});
