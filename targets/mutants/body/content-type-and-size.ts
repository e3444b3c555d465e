import { compliant } from '../../embedded/compliant';
import { unsupportedType } from '../../embedded/http';
import { novaCompliant } from '../helpers/checks';
import { mutant } from '../helpers/mutant';

export const charsetRefused = mutant({
  name: 'charset-refused',
  description: 'Rejects a Content-Type with parameters: the whole header is compared.',
  killedBy: ['BODY-13'],
  readBody: (request) => {
    const type = request.headers['content-type'] ?? '';
    if (type.includes(';')) throw unsupportedType(type);
    return compliant.readBody(request);
  },
});

export const novaContentTypeUnread = mutant({
  name: 'nova-content-type-unread',
  description: 'Accepts JSON under any Content-Type: a handler that parses every body.',
  killedBy: ['BODY-15'],
  ...novaCompliant,
  readBody: (request) => compliant.readBody({ ...request, headers: {} }),
});

export const novaLargeBodyTaken = mutant({
  name: 'nova-large-body-taken',
  description: 'Accepts bodies of any size: a size middleware that is not installed.',
  killedBy: ['BODY-12'],
  ...novaCompliant,
  checkSize: () => {},
});

export const novaNoContentTypeRefused = mutant({
  name: 'nova-no-content-type-refused',
  description: 'Rejects a body without a Content-Type: a framework that parses only a declared type.',
  killedBy: ['BODY-14'],
  ...novaCompliant,
  readBody: (request) =>
    compliant.readBody(
      'content-type' in request.headers ? request : { ...request, headers: { 'content-type': 'none' } },
    ),
});

export const novaTextPlainRefused = mutant({
  name: 'nova-text-plain-refused',
  description: "Rejects JSON sent as text/plain: a framework's default accepts application/json only.",
  killedBy: ['BODY-14'],
  ...novaCompliant,
  readBody: (request) => {
    const [type = ''] = (request.headers['content-type'] ?? '').split(';');
    return compliant.readBody(
      type.trim().toLowerCase() === 'text/plain' ? { ...request, headers: { 'content-type': 'text/html' } } : request,
    );
  },
});
