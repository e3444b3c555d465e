import { mutant } from '../mutant';

/** Writes a server back, 40 ms after it was asked to stop or start, as it was then. The fault of a job that saves the whole object that it was given. */
export default mutant('stop-writes-back', {
  killedBy: ['STATE-13'],
  changeVmState: (server, to, { clock }) => {
    const { metadata } = server;
    const isAtOnce = to !== 'stopped' && server.vmState !== 'stopped';
    const arrive = () => {
      server.vmState = to;
      if (!isAtOnce) server.metadata = metadata;
    };
    if (isAtOnce) arrive();
    else void clock.sleep(40).then(arrive);
  },
});
