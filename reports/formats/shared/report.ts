import type { Limits } from '../../../contracts/profiles/profile';
import type { Observations } from '../../collector/observations';
import type { Result } from '../../result/result';

/** All that the renderers may draw from. */
export interface Report {
  readonly result: Result;
  /** The numbers of the profile. */
  readonly limits: Limits;
  readonly observations: Observations;
}
