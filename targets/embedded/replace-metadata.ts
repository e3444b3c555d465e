import type { Behaviour } from './behaviour';
import { jsonResponse } from './http';
import { microversionHeaders } from './microversion';

/** The page, Function: the map of the request replaces the old one. */
export const replace: Behaviour['replace'] = (_stored, sent) => sent;

export const save: Behaviour['save'] = (map, { server, store }) => {
  server.metadata = map;
  server.replaced += 1;
  server.updated = store.clock.date();
};

export const load: Behaviour['load'] = ({ server }) => server.metadata;

export const answer: Behaviour['answer'] = (stored, _sent, context) => {
  return jsonResponse(200, { metadata: stored }, microversionHeaders(context.request, context.version));
};

/** There is no await between reading the old map and storing the new one, so two requests never mix. */
export const replaceMetadata: Behaviour['replaceMetadata'] = async (context) => {
  const { behaviour, request, server } = context;
  const body = behaviour.readBody(request);
  const map = behaviour.checkPairs(behaviour.checkShape(body, context), context);
  behaviour.checkState(context);
  behaviour.checkQuota(map, context);
  const stored = behaviour.replace(server.metadata, map, context);
  await behaviour.save(stored, context);
  return behaviour.answer(stored, map, context);
};
