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

/** The compliant variants of each theme. */
export const variantsByTheme: readonly (readonly Variant[])[] = [
  accessAndState,
  computeApi,
  errors,
  http,
  json,
  methodsAndContentTypes,
  quota,
  requestBody,
  timing,
].map((theme) => sortByName(Object.values(theme)));

/** All compliant variants, sorted by name. */
export const allVariants: readonly Variant[] = sortByName(variantsByTheme.flat());

function sortByName(variants: readonly Variant[]): Variant[] {
  return [...variants].sort((one, other) => (one.name < other.name ? -1 : 1));
}
