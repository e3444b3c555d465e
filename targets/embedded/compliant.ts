import type { Behaviour } from './behaviour';
import { badRequest, jsonResponse, notFound, textResponse, unauthorized } from './http';
import { answer, load, replace, replaceMetadata, save } from './replace-metadata';
import { changeVmState } from './server-actions';
import { checkKey, checkPairs, checkQuota, checkShape, checkSize, checkState, checkValue, readBody } from './validate';

/** Nova checks the token first (401), then the project in the URI (400). */
const authorise: Behaviour['authorise'] = (request, address, store) => {
  const project = store.tokens.get(request.headers['x-auth-token'] ?? '');
  if (project === undefined) throw unauthorized();
  if (project !== address.projectId) {
    throw badRequest(
      `Malformed request URL: URL's project_id '${address.projectId}' doesn't match Context's project_id`,
    );
  }
  return project;
};

/** In Nova an unknown server, a malformed UUID and a server of another project are all 404. */
const findServer: Behaviour['findServer'] = (address, caller, store) => {
  const server = store.servers.get(address.serverId);
  if (server === undefined || server.projectId !== caller) throw notFound(`Instance ${address.serverId}`);
  return server;
};

const errorNames: Readonly<Record<number, string>> = {
  400: 'badRequest',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'itemNotFound',
  406: 'computeFault',
  409: 'conflictingRequest',
  415: 'badMediaType',
  429: 'overLimit',
  503: 'serviceUnavailable',
};

/** Nova's error format. A body that is too large is rejected before it reaches the API, as plain text. */
const errorResponse: Behaviour['errorResponse'] = ({ status, message }) => {
  if (status === 413) return textResponse(413, message);
  return jsonResponse(status, { [errorNames[status] ?? 'computeFault']: { code: status, message } });
};

/** The behaviour that the page and Nova define. */
export const compliant: Behaviour = {
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
  save,
  load,
  answer,
  errorResponse,
  changeVmState,
  replaceMetadata,
};
