import { badgeReporter } from './badge';
import { consoleReporter } from './console/run-report';
import { ctrfReporter } from './ctrf';
import { githubReporter } from './github';
import { harReporter } from './har';
import { htmlReporter } from './html/html-report';
import { jsonReporter } from './json';
import { junitReporter } from './junit';
import { markdownReporter } from './markdown';
import type { Reporter } from './shared/reporter';

/** Every format, by the name that `--reporter` takes. Their files are listed and written in this order. */
export const reporters = {
  console: consoleReporter,
  github: githubReporter,
  html: htmlReporter,
  markdown: markdownReporter,
  badge: badgeReporter,
  json: jsonReporter,
  junit: junitReporter,
  ctrf: ctrfReporter,
  har: harReporter,
} satisfies Record<string, () => Reporter>;

export type ReporterName = keyof typeof reporters;

export const reporterNames = Object.keys(reporters) as readonly ReporterName[];

/** HAR repeats what other reports hold: it is for those who ask for it. */
export const defaultReporters: readonly ReporterName[] = reporterNames.filter((name) => name !== 'har');

export function isReporterName(name: string): name is ReporterName {
  return Object.hasOwn(reporters, name);
}
