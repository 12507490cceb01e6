import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// veraPDF, the reference checker of PDF/UA and PDF/A, comes inside the jar of @opendataloader/pdf. That jar lacks the JAXB library,
// which Debian has (libjaxb-java).
const jar = join(dirname(createRequire(import.meta.url).resolve('@opendataloader/pdf')), '..', 'lib', 'opendataloader-pdf-cli.jar')
const jaxb = ['jaxb-api', 'jaxb-runtime', 'jaxb-core', 'istack-commons-runtime', 'txw2', 'javax.activation', 'stax-ex', 'FastInfoset'].map((name) => `/usr/share/java/${name}.jar`)
const source = fileURLToPath(new URL('VeraCheck.java', import.meta.url))

/** Whether this machine can ask veraPDF: it needs a Java that compiles and the JAXB library. */
export const canAskVera = (): boolean => jaxb.every((file) => existsSync(file)) && spawnSync('java', ['--list-modules'], { encoding: 'utf8' }).stdout?.includes('jdk.compiler')

export type Flavour = 'ua1' | '2a'

export interface VeraAnswer {
  readonly file: string
  readonly flavour: Flavour
  /** How many checks were made. */
  readonly checks: number
  /** What is wrong; empty in a file that complies. */
  readonly faults: string
}

/** What veraPDF says of these files: one Java for all, since its start takes longer than a file. */
export function askVera(questions: readonly { readonly file: string; readonly flavour: Flavour }[]): readonly VeraAnswer[] {
  const classPath = [jar, ...jaxb].join(':')
  const asked = questions.map(({ file, flavour }) => `${flavour}=${file}`)
  const { stdout, stderr, status } = spawnSync('java', ['-XX:+UseSerialGC', '-Xss8m', '-cp', classPath, source, ...asked], { encoding: 'utf8', maxBuffer: 1 << 26 })
  const lines = stdout.trim().split('\n').map((line) => line.split('\t'))
  if (status !== 0 || lines.length !== questions.length) throw new Error(`veraPDF did not answer: ${stderr}`)
  return questions.map((question, index) => ({ ...question, checks: Number(lines[index]?.[1]), faults: lines[index]?.[2] ?? '' }))
}
