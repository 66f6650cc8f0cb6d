import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

// PostGraphile over the same tables, as its documentation sets it up for production.

const pgServices = [makePgService({ connectionString: process.env.DATABASE_URL, schemas: ['public'], poolConfig: { max: 10 } })];
const served = postgraphile({ extends: [PostGraphileAmberPreset], pgServices, grafserv: { graphiql: false, watch: false } }).createServ(
  grafserv,
);
const server = createServer();
await served.addTo(server);
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/graphql`));
