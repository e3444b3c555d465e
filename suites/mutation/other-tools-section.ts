import { alignTable } from '../../contracts/text/markdown-table';
import { type ToolComparison, type ToolDescription, toolTotals } from './other-tools';
import type { SampleEndpoint } from './samples';

/** The tools of `docs/peers.json`, and what they caught in total. */
export function otherToolsSection(peers: ToolComparison, known: readonly SampleEndpoint[]): string {
  return `\`npm run bench:tools\` gives the same endpoints to other tools, a fresh endpoint each time (\`-- NAME …\` for some endpoints). The
environment variables \`SCHEMATHESIS\`, \`STEP_CI\` and \`PRISM\` name the commands of the tools that are installed. The reports
are stored in \`docs/peers.json\`.

A tool **caught** a mutant if it reports a failure that it does not report of the embedded endpoint, which is right. Such a
failure of a right endpoint is a **false alarm**, and so is any failure of the embedded endpoint. A tool without a report
after a minute **failed to run**.

The tools that read OpenAPI get \`contracts/openapi.yaml\` with changes in their favour. The document names the project and
the server that exist. It shows the example of the page as request and response. It says that /v2.1 accepts no member beside
\`metadata\`. It has no references. Every tool gets the token. The document describes errors in the format of Nova, which the
contract leaves open. So a tool that compares responses with it reports right endpoints with other errors.

${alignTable(totalsTable(peers, known))}

${missedByAllTools(peers, known)}

${Object.values(peers.tools).map(described).join('\n\n')}`;
}

function totalsTable({ tools, endpoints }: ToolComparison, known: readonly SampleEndpoint[]): string {
  const head =
    'tool | version | mutants caught | false alarms | failures of the embedded endpoint | failed to run | requests';
  const rows = Object.entries(tools).map(([peer, { title, version }]) => {
    const total = toolTotals(peer, endpoints, known);
    const { mutants, caught, variants, falseAlarms, failuresOfEmbedded, failedToRun, requests } = total;
    const found = [`${caught} of ${mutants}`, `${falseAlarms} of ${variants}`, failuresOfEmbedded, failedToRun];
    return [title, version, ...found, requests].join(' | ');
  });
  const rule = head.replaceAll(/[^|]+/g, ' --- ').trim();
  return [head, rule, ...rows].map((cells) => `| ${cells} |`).join('\n');
}

function missedByAllTools({ endpoints }: ToolComparison, known: readonly SampleEndpoint[]): string {
  const mutants = known.filter(({ kind }) => kind === 'mutant');
  const runs = mutants.flatMap(({ name }) => (endpoints[name] ? [Object.values(endpoints[name])] : []));
  const missed = runs.filter((reports) => reports.every(({ outcome }) => outcome !== 'caught')).length;
  const byNova = mutants.filter(({ name, profile }) => endpoints[name] && profile === 'nova').length;
  return [
    `No tool caught ${missed} of the ${runs.length} mutants.`,
    `${byNova} of the ${runs.length} are wrong only by the profile \`nova\`.`,
  ].join('\n');
}

function described({ title, version, given, commands }: ToolDescription): string {
  const shown =
    commands.length === 0 ? '' : `\n\n\`\`\`console\n${commands.map((line) => `$ ${line}`).join('\n')}\n\`\`\``;
  return `**${title}** (${version}). ${given}${shown}`;
}

/** The heads of the columns with the results of the tools. */
export function toolColumns({ tools }: ToolComparison): string[] {
  return Object.values(tools).map(({ title }) => title);
}

/** The result of each tool for one endpoint. */
export function toolCells({ tools, endpoints }: ToolComparison, name: string): string[] {
  return Object.keys(tools).map((peer) => endpoints[name]?.[peer]?.outcome ?? 'not run');
}
