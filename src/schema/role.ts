import DataLoader from 'dataloader';
import { type Role, readRoles } from '../store/read/roles.ts';
import { builder, type Context } from './builder.ts';

/** Roles of one person, at most. */
export const MAX_ROLES = 20;

export const RoleType = builder.objectRef<Role>('Role').implement({
  description: 'What articles call a person: a title, and when it was in use.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'As written: `Russian Foreign Minister`.' }),
    organization: t.exposeString('organization', { nullable: true, description: 'The body that the title names, where it names one.' }),
    country: t.exposeString('country', { nullable: true, description: 'The country that the title names, where it names one.' }),
    firstSeen: t.expose('firstSeen', {
      type: 'DateTime',
      nullable: true,
      description: 'Date of the earliest article that uses it; null where none is dated.',
    }),
    lastSeen: t.expose('lastSeen', {
      type: 'DateTime',
      nullable: true,
      description: 'Date of the latest article that uses it; null where none is dated.',
    }),
  }),
});

/** The roles of a person; those of all people in a request are read together. */
export function rolesOf(context: Context, speakerId: string): Promise<Role[]> {
  let loader = loaders.get(context);
  if (!loader) {
    loader = new DataLoader(async (ids) => {
      const roles = await readRoles(context.db, ids, MAX_ROLES);
      return ids.map((id) => roles.filter(({ speakerId }) => speakerId === id));
    });
    loaders.set(context, loader);
  }
  return loader.load(speakerId);
}

const loaders = new WeakMap<Context, DataLoader<string, Role[]>>();
