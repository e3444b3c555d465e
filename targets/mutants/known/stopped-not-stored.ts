import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Answers for a stopped server and stores nothing. The fault of sending the map to an agent that is not there. */
export default mutant('stopped-not-stored', {
  killedBy: ['STATE-02'],
  replace: (old, sent, { server }) => (server.vmState === 'stopped' ? old : sent),
  answer: (_stored, sent, context) => compliant.answer(sent, sent, context),
});
