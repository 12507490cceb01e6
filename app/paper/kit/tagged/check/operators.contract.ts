// The operators of a content stream (ISO 32000-1, 7.8.2), with their operands.

export type Operand =
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'name'; readonly value: string }
  | { readonly is: 'string'; readonly value: Uint8Array }
  | { readonly is: 'array'; readonly value: readonly Operand[] }
  | { readonly is: 'dictionary'; readonly value: ReadonlyMap<string, Operand> }
  | { readonly is: 'word'; readonly value: string }

export interface Operator {
  readonly name: string
  readonly operands: readonly Operand[]
}

const CONSTANTS: ReadonlySet<string> = new Set(['true', 'false', 'null'])
const SPACES = '\0\t\n\f\r '
const DELIMITERS = `${SPACES}()<>[]{}/%`

/** Reads a content stream. Images inside it are passed over. */
export function operatorsOf(bytes: Uint8Array): readonly Operator[] {
  const reader = new Reader(Buffer.from(bytes).toString('latin1'))
  const operators: Operator[] = []
  let operands: Operand[] = []
  for (let operand = reader.next(); operand; operand = reader.next()) {
    if (operand.is !== 'word' || CONSTANTS.has(operand.value)) {
      operands.push(operand)
      continue
    }
    if (operand.value === 'ID') reader.passImage()
    operators.push({ name: operand.value, operands })
    operands = []
  }
  return operators
}

class Reader {
  private at = 0

  constructor(private readonly source: string) {}

  next(): Operand | undefined {
    this.passSpace()
    const character = this.source[this.at]
    if (character === undefined) return undefined
    if (character === '/') return { is: 'name', value: this.word(this.at + 1) }
    if (character === '(') return { is: 'string', value: this.literal() }
    if (this.source.startsWith('<<', this.at)) return { is: 'dictionary', value: this.dictionary() }
    if (character === '<') return { is: 'string', value: this.hexadecimal() }
    if (character === '[') return { is: 'array', value: this.until(']') }
    const word = this.word(this.at)
    return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(word) ? { is: 'number', value: Number(word) } : { is: 'word', value: word }
  }

  passImage(): void {
    const end = this.source.indexOf('\nEI', this.at)
    this.at = end < 0 ? this.source.length : end + 1
  }

  private passSpace(): void {
    while (this.at < this.source.length) {
      if (SPACES.includes(this.source[this.at] as string)) this.at += 1
      else if (this.source[this.at] === '%') this.at = this.end(/[\r\n]/g)
      else return
    }
  }

  private end(of: RegExp): number {
    of.lastIndex = this.at
    return of.exec(this.source)?.index ?? this.source.length
  }

  private word(start: number): string {
    let end = start
    do end += 1
    while (end < this.source.length && !DELIMITERS.includes(this.source[end] as string))
    this.at = end
    return this.source.slice(start, end)
  }

  private until(mark: ']' | '>>'): Operand[] {
    const found: Operand[] = []
    this.at += mark === ']' ? 1 : 2
    for (;;) {
      this.passSpace()
      if (this.at >= this.source.length || this.source.startsWith(mark, this.at)) break
      const operand = this.next()
      if (operand) found.push(operand)
    }
    this.at += mark.length
    return found
  }

  private dictionary(): Map<string, Operand> {
    const entries = this.until('>>')
    return new Map(entries.flatMap((key, index) => (index % 2 === 0 && key.is === 'name' && entries[index + 1] ? [[key.value, entries[index + 1] as Operand]] : [])))
  }

  private hexadecimal(): Uint8Array {
    const end = this.end(/>/g)
    const digits = this.source.slice(this.at + 1, end).replace(/\s/g, '')
    this.at = end + 1
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex')
  }

  private literal(): Uint8Array {
    const start = this.at + 1
    let depth = 0
    for (; this.at < this.source.length; this.at++) {
      const character = this.source[this.at]
      if (character === '\\') this.at += 1
      else if (character === '(') depth += 1
      else if (character === ')' && --depth === 0) break
    }
    this.at += 1
    return Buffer.from(this.source.slice(start, this.at - 1), 'latin1')
  }
}
