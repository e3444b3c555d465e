import { type HttpError, jsonResponse, type OutgoingResponse, unauthorized } from '../../embedded/http';

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  500: 'Internal Server Error',
};

/** Keystone's error format. */
export function identityError({ status, message }: HttpError): OutgoingResponse {
  const body = { error: { code: status, message, title: titles[status] ?? 'Error' } };
  const challenge = status === 401 ? { 'www-authenticate': 'Keystone uri="/identity"' } : {};
  return jsonResponse(status, body, challenge);
}

/** Keystone tells no more of wrong credentials: not even whether the user exists. */
export const wrongCredentials = unauthorized;
