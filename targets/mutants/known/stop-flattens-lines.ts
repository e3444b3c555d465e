import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Turns tabs and line ends into spaces when a server is stopped. The fault of attributes of XML, in which these are spaces. */
export default mutant('stop-flattens-lines', {
  killedBy: ['STATE-13'],
  changeVmState: (server, to) => {
    if (to === 'stopped') server.metadata = eachPair(server.metadata, (key, value) => [key, value.replace(/\s/g, ' ')]);
    server.vmState = to;
  },
});
