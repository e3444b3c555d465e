import type { Exchange } from '../../contracts/http/exchange';
import { noResponse } from '../../contracts/http/inconclusive';
import { truncate } from '../../contracts/text/truncate';

/** Characters of a path. */
const maxPathLength = 120;

/** An exchange as one line: method, path, status, milliseconds, check. The evidence has the whole of it. */
export function requestLine({ request, response, took, check, fault, retried, aside }: Exchange): string {
  const status = response.status === noResponse ? 'no response' : `${response.status}`;
  const notes = [
    aside === true ? 'setup' : '',
    retried === true ? 'retry' : '',
    fault === undefined ? '' : `discarded: ${fault}`,
  ].filter((note) => note !== '');
  const noted = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
  return `${request.method} ${shortPath(request.path)} ${status} ${took.toFixed(1)} ms ${check}${noted}`;
}

/** A path in which the ids of the project and of the server are cut to their ends. */
function shortPath(path: string): string {
  const { text, left } = truncate(
    path.replace(/(?<=\/)[\w-]{13,}(?=\/)/g, (id) => `…${id.slice(-6)}`),
    maxPathLength,
  );
  return left > 0 ? `${text}…` : text;
}
