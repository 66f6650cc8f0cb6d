import { type Config, parseConfig } from '../../src/config.ts';

/** The two ways to run: as on a developer's machine, and with NODE_ENV=production and nothing else. */
export const MODES: readonly (readonly [name: string, config: Config])[] = [
  ['by default', parseConfig({})],
  ['in production', parseConfig({ NODE_ENV: 'production' })],
];

/** The configuration with some variables set. */
export const configured = (set: Record<string, string>): Config => parseConfig(set);
