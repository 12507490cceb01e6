const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á', b: 'ƀ', c: 'ç', d: 'ð', e: 'é', f: 'ƒ', g: 'ĝ', h: 'ĥ', i: 'í', j: 'ĵ', k: 'ķ', l: 'ļ', m: 'ɱ', n: 'ñ', o: 'ó', p: 'þ', q: 'ɋ', r: 'ŕ', s: 'š',
  t: 'ţ', u: 'ú', v: 'ṽ', w: 'ŵ', x: 'ẋ', y: 'ý', z: 'ž', A: 'Á', B: 'Ɓ', C: 'Ç', D: 'Ð', E: 'É', F: 'Ƒ', G: 'Ĝ', H: 'Ĥ', I: 'Í', J: 'Ĵ', K: 'Ķ', L: 'Ļ',
  M: 'Ḿ', N: 'Ñ', O: 'Ó', P: 'Þ', Q: 'Ɋ', R: 'Ŕ', S: 'Š', T: 'Ţ', U: 'Ú', V: 'Ṽ', W: 'Ŵ', X: 'Ẋ', Y: 'Ý', Z: 'Ž',
}

/** An English sentence as the pseudo-language writes it: every letter accented, 40 % longer, {{names}} untouched. */
export function pseudo(text: string): string {
  const parts = text.split(/(\{\{.*?\}\})/)
  const accented = parts.map((part) => (part.startsWith('{{') ? part : part.replace(/[A-Za-z]/g, (letter) => ACCENTS[letter] ?? letter)))
  return `${accented.join('')} ${'ó'.repeat(Math.ceil(text.length * 0.4))}`
}

/** The same tree with every sentence in it changed. */
export function mapTree(tree: unknown, change: (text: string) => string): unknown {
  if (typeof tree === 'string') return change(tree)
  if (Array.isArray(tree)) return tree.map((each) => mapTree(each, change))
  return Object.fromEntries(Object.entries(tree as object).map(([key, value]) => [key, mapTree(value, change)]))
}
