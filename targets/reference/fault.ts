/** A refusal on its way to the caller. */
export class Fault extends Error {
  override readonly name = 'Fault';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export const badRequest = (message: string) => new Fault(400, message);
export const unauthorized = () => new Fault(401, 'The request you have made requires authentication.');
export const forbidden = (message: string) => new Fault(403, message);
export const notFound = (what: string) => new Fault(404, `${what} could not be found.`);
export const conflict = (message: string) => new Fault(409, message);
export const unsupportedType = (type: string) => new Fault(415, `Unsupported Content-Type ${type}`);
