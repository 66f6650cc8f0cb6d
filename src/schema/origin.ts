import { builder } from './builder.ts';

export const Origin = builder.prismaObject('Origin', {
  select: { id: true },
  description: 'A place that an article was read from.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'What it is called: an identifier, an address, or the name of a file without its folders.',
    }),
    url: t.expose('url', { type: 'URL', nullable: true, description: 'Its web address, where it has one.' }),
    readAt: t.expose('readAt', { type: 'DateTime', description: 'When its text was last seen to differ from what was stored, in UTC.' }),
  }),
});
