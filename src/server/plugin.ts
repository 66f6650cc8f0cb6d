import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin as YogaPlugin } from 'graphql-yoga';
import type { Context } from '../schema/builder.ts';

/** What Node's HTTP server hands over; absent where the app is asked through `fetch`. */
export interface ServerContext {
  readonly req?: IncomingMessage;
  readonly res?: ServerResponse;
}

/** One subject of the server: what it does stands in one file, and in what order in server.ts. */
// biome-ignore lint/complexity/noBannedTypes: as Yoga has it
export type Plugin = YogaPlugin<{}, ServerContext, Context>;
