const Sequencer = require('@jest/test-sequencer').default;

/** What takes minutes, the longest first: begun last, it would be waited for alone. */
const slow = ['network-faults.test.ts', 'interrupted-runs.test.ts', 'identity.test.ts', 'contract-verify.test.ts'];

/** The order of the project's own tests, over the workers that there are. */
module.exports = class SlowestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const found = slow.findIndex((name) => path.endsWith(`/${name}`));
      return found < 0 ? slow.length : found;
    };
    return [...tests].sort((one, other) => place(one) - place(other));
  }
};
