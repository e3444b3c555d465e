import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Removes emoji and keeps everything else. The fault of a filter made for user names. */
export default mutant('value-emoji-lost', {
  killedBy: ['VALUE-06'],
  replace: altersValues((value) => value.replace(/[\u{1f300}-\u{1faff}]/gu, '')),
});
