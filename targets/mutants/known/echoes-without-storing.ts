import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Answers with what was sent and stores nothing. The fault of a stub that was never finished. */
export default mutant('echoes-without-storing', {
  killedBy: ['REPLACE-01'],
  alsoBreaks: ['REPLACE-02', 'REPLACE-04'],
  store: () => {},
  answer: (_stored, sent, context) => faithful.answer(sent, sent, context),
});
