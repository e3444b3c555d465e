import { basename } from 'node:path';
import type { Test } from '@jest/test-result';
import TestSequencer from '@jest/test-sequencer';
import { suiteOrder } from './suite-order';

export default class Sequencer extends TestSequencer {
  override sort(tests: Test[]): Test[] {
    const place = ({ path }: Test) => suiteOrder.findIndex((name) => basename(path).startsWith(`${name}.suite.`));
    return [...tests].sort((one, other) => place(one) - place(other));
  }
}
