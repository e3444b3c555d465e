/**
 * Ends the process with one sentence when Node is too old. `main` loads this file first: the others need a newer Node
 * to be loaded at all. So this one uses old syntax only, and imports nothing.
 */
const required = '20.19';
const [major, minor] = required.split('.').map(Number) as [number, number];
const own = process.versions.node.split('.').map(Number) as [number, number];

if (own[0] < major || (own[0] === major && own[1] < minor)) {
  process.stderr.write(
    `error: this command needs Node ${required} or later, and this is Node ${process.versions.node}: install a newer Node\n`,
  );
  process.exit(2);
}

export {};
