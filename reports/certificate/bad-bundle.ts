/** A bundle that proves nothing. The message is one sentence. */
export class BadBundle extends Error {
  override readonly name = 'BadBundle';
}
