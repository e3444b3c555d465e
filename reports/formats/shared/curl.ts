import { type Body, bytesOf, type Exchange, titleCaseHeaders } from '../../../contracts/http/exchange';
import { noResponse } from '../../../contracts/http/inconclusive';
import { metadataPath, routeOf } from '../../../contracts/http/route';
import { toLogLine } from '../../../contracts/text/escape-invisible';
import { truncate } from '../../../contracts/text/truncate';
import type { Failure, GivenServer } from '../../result/result';

/** The variables of the shell that hold the tokens of a run. */
const tokenVariables = [
  ['$TOKEN', 'OS_TOKEN'],
  ['$OTHER_TOKEN', 'ECS_METADATA_OTHER_TOKEN'],
] as const;

/** A shell script that reproduces a failure. It ends with a message where the variable of a token is not set. */
export function curlScript(failure: Pick<Failure, 'given' | 'exchanges'>, target: string): string[] {
  const { given, exchanges } = failure;
  if (exchanges.length === 0) return [];
  const used = tokenVariables.filter(
    ([name]) => exchanges.some((exchange) => tokenOf(exchange) === name) || given.some(({ token }) => token === name),
  );
  return [
    ...used.map(([name, variable]) => `${name.slice(1)}="\${${variable}:?set it to the token}"`),
    `TARGET=${quote(target)}`,
    ...given.flatMap((server) => setupLines(server)),
    ...exchanges.flatMap((exchange, index) => requestLines(exchange, exchanges[index + 1])),
  ];
}

/** The command that tries a counterexample again. The flags of the target are the user's. */
export function replayCommand(replay: string): string {
  return `ecs-metadata-conformance run --replay ${quote(replay)}`;
}

function setupLines({ path, token, body, vmState }: GivenServer): string[] {
  // The body comes from a response, which may be indented. A line break in JSON is always between two tokens.
  const { before, flag } = dataOf({ text: body.replace(/\s*\n\s*/g, '') });
  const put = [
    `${before}curl -sS -X PUT`,
    `"$TARGET${path}"`,
    `-H "X-Auth-Token: ${token}"`,
    "-H 'content-type: application/json'",
  ];
  return [
    `${put.join(' ')} ${flag}  # the metadata before`,
    ...(vmState === undefined ? [] : [`# bring the server into vm_state ${comment(vmState)}`]),
  ];
}

function requestLines(exchange: Exchange, following: Exchange | undefined): string[] {
  const { method, path, headers, body } = exchange.request;
  const sent = Object.entries(exchange.titled ? titleCaseHeaders(headers) : headers).filter(
    ([name]) => !/^(user-agent|accept)$/i.test(name),
  );
  const flags = sent.map(([name, value]) => headerFlag(name, value));
  const isBodied = method !== 'GET';
  // curl would call a body without a type a form.
  if (isBodied && headers['content-type'] === undefined) flags.push("-H 'content-type:'");
  const data = isBodied ? dataOf(body) : { before: '', flag: '' };
  const url = `"$TARGET${path.replace(/(["$`\\])/g, '\\$1')}"`;
  const words = [`${data.before}curl -sS -i -X ${method}`, url, ...flags, data.flag].filter((word) => word !== '');
  const route = routeOf(path);
  const { fault, response } = exchange;
  const status = response.status === noResponse ? '# no response' : `# response ${response.status}`;
  const outcome = fault === undefined ? status : `# not judged: ${comment(fault)}`;
  const shown = method === 'GET' && 'text' in exchange.response.body ? `: ${comment(exchange.response.body.text)}` : '';
  const isRead = route !== undefined && path === metadataPath(route.version, route.projectId, route.serverId);
  const isRacing = exchange.race !== undefined;
  return [
    `${words.join(' ')}${isRacing ? ' &' : ''}`,
    `${outcome}${isRead ? shown : ''}`,
    ...(isRacing && following?.race !== exchange.race ? ['wait'] : []),
  ];
}

/** curl drops a header that ends in its colon: one with nothing in it ends in a semicolon. */
function headerFlag(name: string, value: string): string {
  if (value === '') return `-H ${quote(`${name};`)}`;
  return value.startsWith('$') ? `-H "${name}: ${value}"` : `-H ${quote(`${name}: ${value}`)}`;
}

/** A body as text, or as Base64 where the console or a shell would change it. */
function dataOf(body: Body): { before: string; flag: string } {
  if ('text' in body && body.text.length < 4_000 && toLogLine(body.text) === body.text) {
    return { before: '', flag: `--data-binary ${quote(body.text)}` };
  }
  return { before: `printf %s ${bytesOf(body).toString('base64')} | base64 -d | `, flag: '--data-binary @-' };
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function comment(text: string): string {
  const { text: shown, left } = truncate(text, 300);
  return `${toLogLine(shown)}${left > 0 ? '…' : ''}`;
}

function tokenOf({ request }: Exchange): string | undefined {
  return request.headers['x-auth-token'];
}
