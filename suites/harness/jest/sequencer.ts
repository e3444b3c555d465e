import type { Test } from '@jest/test-result';
import TestSequencer from '@jest/test-sequencer';
import { suiteName } from '../dsl/check';
import { suiteOrder } from '../session/run-suite';

export default class Sequencer extends TestSequencer {
  override sort(tests: Test[]): Test[] {
    const place = ({ path }: Test) => (suiteOrder as readonly string[]).indexOf(suiteName(path));
    return [...tests].sort((one, other) => place(one) - place(other));
  }
}
