import { toLogLine } from '../contracts/text/escape-invisible';
import type { Summary } from './verdict';

/** A contradiction of the suite as one test case that ends in an error. */
export interface DefectCase {
  readonly name: string;
  readonly message: string;
  readonly details: string;
}

/** Undefined where the suite agrees with itself. */
export function defectCase({ defects }: Pick<Summary, 'defects'>): DefectCase | undefined {
  const [first] = defects;
  if (first === undefined) return undefined;
  const more = defects.length > 1 ? ` (and ${defects.length - 1} more)` : '';
  return {
    name: 'the suite agrees with itself',
    message: `defect of the suite, please report it: ${toLogLine(first)}${more}`,
    details: defects.map(toLogLine).join('\n'),
  };
}
