import { load } from './load.mjs';

await load(new URL('main.ts', import.meta.url));
