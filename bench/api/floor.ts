import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { QUESTIONS } from './questions.ts';

// The least that answering over HTTP from PostgreSQL can cost here: the bare driver, node:http, one statement a question, whose answer is the body.

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL!, max: 10 });
const bySql = new Map(QUESTIONS.map((question) => [question.name, question]));

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { question, variables } = JSON.parse(Buffer.concat(chunks).toString());
  const { sql, parameters } = bySql.get(question)!;
  const { rows } = await pool.query({ name: question.slice(0, 60), text: sql, values: parameters(variables), rowMode: 'array' });
  const body = Buffer.from(JSON.stringify(rows[0]?.[0] ?? null));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
}).listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
