import words from '../../locales/en/portal.json'

/** What the command line says to the people who run the portal: names in {{braces}} are filled in. */
export function say<Room extends keyof typeof words>(
  room: Room,
  key: keyof (typeof words)[Room] & string,
  values: Record<string, string | number> = {},
): string {
  const sentence = words[room][key] as string
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}
