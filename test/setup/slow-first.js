const { statSync } = require('node:fs');

/** Jest asks it for the order of the test files: end-to-end tests and the proof first, then the larger file first. */
module.exports = class SlowFirst {
  sort(tests) {
    const rank = ({ path }) => [/[\\/](e2e|mutation)[\\/]/.test(path) ? 0 : 1, -statSync(path).size];
    const ranks = new Map(tests.map((test) => [test, rank(test)]));
    return tests.toSorted((one, other) => {
      const [[group, size], [otherGroup, otherSize]] = [ranks.get(one), ranks.get(other)];
      return group - otherGroup || size - otherSize;
    });
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
};
