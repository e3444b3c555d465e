import { changeVmState } from './actions';
import type { Behaviour } from './behaviour';
import { authorise, findServer } from './identity';
import { checkKey, checkPairs, checkQuota, checkState, checkValue } from './limits';
import { checkShape, checkSize, readBody } from './reading';
import { refuse } from './refusing';
import { answer, load, replace, replaceMetadata, store } from './replacing';

/** The endpoint as the page and Nova have it. */
export const faithful: Behaviour = {
  handle: (request, next) => next(request),
  checkSize,
  authorise,
  findServer,
  readBody,
  checkShape,
  checkPairs,
  checkKey,
  checkValue,
  checkState,
  checkQuota,
  replace,
  store,
  load,
  answer,
  refuse,
  changeVmState,
  replaceMetadata,
};
