import { alignTable } from '../../contracts/text/markdown-table';
import { type ToolComparison, type ToolDescription, toolTotals } from './other-tools';
import type { SampleEndpoint } from './samples';

/** What the peers of `docs/peers.json` are, and what they caught in all. */
export function otherToolsSection(peers: ToolComparison, known: readonly SampleEndpoint[]): string {
  return `The same endpoints were given to tools that others use for the same purpose, each fresh for each of them: \`npm run peers\`
(\`-- NAME …\` for some endpoints), where the environment variables \`SCHEMATHESIS\`, \`STEP_CI\` and \`PRISM\` name the commands
of those that are installed. A peer **caught** a mutant when it tells a failure of it that it does not tell of the embedded
endpoint, which is right. Such a failure of a right variant is a **false alarm**, and so is any of the embedded endpoint. A
peer that comes to no report within a minute **failed to run**. What each told is in \`docs/peers.json\`. Seconds are those of
all peers at once, on a machine of two cores that was doing other work too.

The tools that read OpenAPI get \`contracts/openapi.yaml\` with changes in their favour: it names the one project and server
that are there, shows the example of the page as request and answer, says that /v2.1 takes no other member beside
\`metadata\`, and has no references. The token is given to all. The document shows errors in the shape of Nova, which the
contract leaves open: peers that hold answers against it are alarmed by right variants with other errors.

${alignTable(totalsTable(peers, known))}

${missedByAllTools(peers, known)}

${Object.values(peers.tools).map(described).join('\n\n')}`;
}

function totalsTable({ tools, endpoints }: ToolComparison, known: readonly SampleEndpoint[]): string {
  const head =
    'peer | version | mutants caught | false alarms | failures of the embedded one | failed to run | requests | s';
  const rows = Object.entries(tools).map(([peer, { title, version }]) => {
    const total = toolTotals(peer, endpoints, known);
    const { mutants, caught, variants, falseAlarms, failuresOfEmbedded, failedToRun, requests, seconds } = total;
    const found = [`${caught} of ${mutants}`, `${falseAlarms} of ${variants}`, failuresOfEmbedded, failedToRun];
    return [title, version, ...found, requests, seconds].join(' | ');
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
    `Of the ${runs.length} mutants that were given to them, ${missed} ${missed === 1 ? 'was' : 'were'} caught by none.`,
    `${byNova} are wrong by the profile \`nova\` alone.`,
  ].join('\n');
}

function described({ title, version, given, commands }: ToolDescription): string {
  const shown =
    commands.length === 0 ? '' : `\n\n\`\`\`console\n${commands.map((line) => `$ ${line}`).join('\n')}\n\`\`\``;
  return `**${title}** (${version}). ${given}${shown}`;
}

/** The heads of the columns that say what peers report. */
export function toolColumns({ tools }: ToolComparison): string[] {
  return Object.values(tools).map(({ title }) => title);
}

/** What each peer reported of one endpoint. */
export function toolCells({ tools, endpoints }: ToolComparison, name: string): string[] {
  return Object.keys(tools).map((peer) => endpoints[name]?.[peer]?.outcome ?? 'not run');
}
