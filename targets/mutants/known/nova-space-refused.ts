import { mutant } from '../mutant';

/** Refuses a space in a key. The fault of a pattern written from the page, where Nova is promised. */
export default mutant('nova-space-refused', {
  profile: 'nova',
  killedBy: ['KEY-07'],
});
