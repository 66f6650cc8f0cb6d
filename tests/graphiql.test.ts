import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { TABS } from '../src/schema/tabs.ts';
import { createApp } from '../src/server.ts';
import { save } from '../src/store/save.ts';
import { corpus } from './support/corpus.ts';
import { testDatabase } from './support/database.ts';

/** Where Debian and others put it; browsers are not in the npm registry. */
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

const { client } = await testDatabase();
await save(client, corpus(3), 'test');

test.skipIf(!CHROMIUM)(
  'a browser without a network opens GraphiQL, runs the query it opens with, and shows who said what, also when loaded again; then another tab',
  async () => {
    const server = createServer(createApp(client)).listen(0, '127.0.0.1');
    const browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', '--disable-background-networking'] });
    try {
      const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
      const elsewhere: string[] = [];
      await page.route('**', (route) => {
        const { hostname } = new URL(route.request().url());
        if (hostname === '127.0.0.1') return route.continue();
        elsewhere.push(route.request().url());
        return route.abort();
      });
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
      await page.getByRole('button', { name: /execute query/i }).click();
      await expect.poll(() => page.locator('.result-window').textContent(), { timeout: 20_000 }).toContain('"articles"');
      await page.reload();
      await expect.poll(() => page.locator('.graphiql-tab-active').textContent(), { timeout: 20_000 }).toContain('FirstLook');
      const tabs = page.locator('.graphiql-tab');
      expect(await tabs.count()).toBe(TABS.length);
      await tabs.getByText('WhatIsHere').click();
      // GraphiQL takes a moment to see that its window holds another query.
      const run = async () => {
        await page.getByRole('button', { name: /execute query/i }).click();
        return page.locator('.result-window').textContent();
      };
      await expect.poll(run, { timeout: 20_000, interval: 500 }).toContain('"corpus"');
      if (process.env.QUOTEWIRE_TEST_SCREENSHOT) await page.screenshot({ path: process.env.QUOTEWIRE_TEST_SCREENSHOT });
      expect(elsewhere).toEqual([]);
    } finally {
      await browser.close();
      server.close();
    }
  },
);
