import * as accessAndState from './access-and-state';
import * as computeApi from './compute-api';
import * as errors from './errors';
import * as http from './http';
import * as json from './json';
import * as methodsAndContentTypes from './methods-and-content-types';
import * as quota from './quota';
import * as requestBody from './request-body';
import * as timing from './timing';
import type { Variant } from './variant';

/** All compliant variants, sorted by name. */
export const allVariants: readonly Variant[] = [
  accessAndState,
  computeApi,
  errors,
  http,
  json,
  methodsAndContentTypes,
  quota,
  requestBody,
  timing,
]
  .flatMap((theme): readonly Variant[] => Object.values(theme))
  .sort((one, other) => (one.name < other.name ? -1 : 1));
