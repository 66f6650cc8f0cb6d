import { builder } from './builder.ts';

export const Origin = builder.prismaObject('Origin', {
  select: { id: true },
  description: 'A place that an article was read from.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'What it is called: an identifier, an address, or the name of a file without its folders.',
    }),
    url: t.expose('url', { type: 'URL', nullable: true, description: 'Its web address, where it has one.' }),
    notes: t.exposeStringList('notes', {
      description:
        'What reading left out, guessed or made of it, one sentence each: that a feed gave a summary only, that a date was no date. Empty for most.',
    }),
    readAt: t.expose('readAt', { type: 'DateTime', description: 'When its text was last seen to differ from what was stored, in UTC.' }),
  }),
});
