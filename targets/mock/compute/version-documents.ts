import { type IncomingRequest, jsonResponse, type OutgoingResponse } from '../../embedded/http';
import { newest } from '../../embedded/microversion';
import { baseUrlOf } from '../base-url';

/** Nova's documents at `/`, `/v2/` and `/v2.1/`, which need no token. Undefined for any other request. */
export function versionDocuments(request: IncomingRequest): OutgoingResponse | undefined {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
  const [path = ''] = request.url.split('?');
  const baseUrl = baseUrlOf(request);
  switch (path.replace(/\/$/, '')) {
    case '':
      return jsonResponse(200, { versions: [v2(baseUrl), v21(baseUrl)] });
    case '/v2':
      return jsonResponse(200, { version: { ...v2(baseUrl), 'media-types': mediaTypes('2') } });
    case '/v2.1':
      return jsonResponse(200, { version: { ...v21(baseUrl), 'media-types': mediaTypes('2.1') } });
    default:
      return undefined;
  }
}

const v2 = (baseUrl: string) => ({
  id: 'v2.0',
  status: 'SUPPORTED',
  version: '',
  min_version: '',
  updated: '2011-01-21T11:33:21Z',
  links: [{ rel: 'self', href: `${baseUrl}/v2/` }],
});

const v21 = (baseUrl: string) => ({
  id: 'v2.1',
  status: 'CURRENT',
  version: `2.${newest}`,
  min_version: '2.1',
  updated: '2013-07-23T11:33:21Z',
  links: [{ rel: 'self', href: `${baseUrl}/v2.1/` }],
});

function mediaTypes(version: string): unknown {
  return [{ base: 'application/json', type: `application/vnd.openstack.compute+json;version=${version}` }];
}
