import type { Command } from 'commander'

/** Each command in its own file, loaded only when it is asked for. */
export const commands: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  'blank-form': async () => (await import('./blank-form')).registerBlankForm,
  clock: async () => (await import('./clock')).registerClock,
  config: async () => (await import('./config')).registerConfig,
  copy: async () => (await import('./copy')).registerCopy,
  demo: async () => (await import('./demo')).registerDemo,
  establishments: async () => (await import('./establishments')).registerEstablishments,
  facts: async () => (await import('./facts')).registerFacts,
  forms: async () => (await import('./forms')).registerForms,
  'import-paper': async () => (await import('./import-paper')).registerImportPaper,
  invite: async () => (await import('./invite')).registerInvite,
  join: async () => (await import('./join')).registerJoin,
  mail: async () => (await import('./mail')).registerMail,
  members: async () => (await import('./members')).registerMembers,
  papers: async () => (await import('./papers')).registerPapers,
  'read-form': async () => (await import('./read-form')).registerReadForm,
}
