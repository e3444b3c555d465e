import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Answers with what was sent and stores nothing. The fault of a stub that was never finished. */
export default mutant('echoes-without-storing', {
  killedBy: ['REPLACE-01'],
  alsoBreaks: ['REPLACE-02', 'REPLACE-04'],
  save: () => {},
  answer: (_stored, sent, context) => compliant.answer(sent, sent, context),
});
