import type { Limits } from '../../../contracts/profiles/profile';
import type { Result } from '../../result/result';
import type { Observations } from './observations';

/** Everything that the page shows. */
export interface PageData {
  readonly result: Result;
  /** The numbers of the profile. */
  readonly limits: Limits;
  readonly observations: Observations;
}
