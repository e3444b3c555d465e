/** The files of a run's folder. */
export const fileNames = {
  html: 'report.html',
  markdown: 'summary.md',
  badge: 'badge.svg',
  result: 'result.json',
  junit: 'junit.xml',
  ctrf: 'ctrf.json',
  har: 'failures.har',
  /** JSON Lines, compressed. */
  evidence: 'evidence.jsonl.gz',
  /** The evidence of a bundle that was made before evidence was compressed. */
  plainEvidence: 'evidence.jsonl',
  corpus: 'corpus.json',
  /** The changes of a run, from which `restore` restores the servers after it was killed. */
  journal: 'journal.jsonl',
  /** The signature of `certify`: a DSSE envelope on a line of its own. */
  attestation: 'attestation.intoto.jsonl',
} as const;

/** The files that reporters write, without result.json, which each run writes. */
export const reportFiles = [
  fileNames.html,
  fileNames.markdown,
  fileNames.badge,
  fileNames.junit,
  fileNames.ctrf,
  fileNames.har,
] as const;

export type EvidenceFileName = typeof fileNames.evidence | typeof fileNames.plainEvidence;
