import { mutant } from '../mutant';

/** Keeps pairs whose keys begin with `sys`, whoever set them. The fault of protecting the platform's own by a prefix. */
export default mutant('prefix-survives', {
  killedBy: ['REPLACE-02'],
  alsoBreaks: ['KEY-02', 'KEY-09', 'REPLACE-04'],
  replace: (old, sent) => ({
    ...Object.fromEntries(Object.entries(old).filter(([key]) => /^_?sys/.test(key))),
    ...sent,
  }),
});
