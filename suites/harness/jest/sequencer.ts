import type { Test } from '@jest/test-result';
import TestSequencer from '@jest/test-sequencer';
import { suiteName } from '../dsl/check';
import { suitesInOrder } from '../session/run-suite';

export default class Sequencer extends TestSequencer {
  override sort(tests: Test[]): Test[] {
    const names = suitesInOrder().map(({ name }) => name);
    const place = ({ path }: Test) => names.indexOf(suiteName(path));
    return tests.toSorted((one, other) => place(one) - place(other));
  }
}
