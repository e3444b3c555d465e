import { mutant } from '../mutant';

/** Merges on a server that has been paused. The fault of a lock that is taken for a draft and never released. */
export default mutant('merges-after-pause', {
  killedBy: ['REPLACE-02', 'REPLACE-04'],
  changeVmState: (server, to) => {
    if (server.vmState === 'paused') server.scratch.set('paused', true);
    server.vmState = to;
  },
  replace: (old, sent, { server }) => (server.scratch.has('paused') ? { ...old, ...sent } : sent),
});
