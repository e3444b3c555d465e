import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Debian's Chromium, or the browser that CHROMIUM names. */
export function launchChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? usual.find((path) => existsSync(path));
  if (executablePath === undefined || !existsSync(executablePath)) {
    throw new Error('these tests need a browser: install Chromium (apt-get install chromium), or name one by CHROMIUM');
  }
  // In a container its own sandbox cannot be set up; it opens nothing but the report.
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
