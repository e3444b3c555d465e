import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Writes the keys of a map small when a server comes back from the shelf. The fault of a snapshot whose tags have one case. */
export default mutant('unshelve-lowers-keys', {
  killedBy: ['STATE-13'],
  changeVmState: (server, to) => {
    if (server.vmState.startsWith('shelved') && !to.startsWith('shelved')) {
      server.metadata = eachPair(server.metadata, (key, value) => [key.toLowerCase(), value]);
    }
    server.vmState = to;
  },
});
