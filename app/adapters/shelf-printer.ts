import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeptPaper, Printer, PrintJob } from '~/applications/ports'

type BlankJob = Extract<PrintJob, { kind: 'blank' }>

/**
 * Keeps blank forms in a folder: the same form in the same look is printed once for everybody, until its questions, its words, the council's details
 * or the code change. Nothing about anybody is in them; copies are never kept here. A disk that says no only costs a printing.
 * @param build changes with the code, the forms and their words
 */
export function shelfPrinter(printer: Printer, folder: string, build: string): Printer {
  const known = new Map<string, KeptPaper | undefined>()

  const look = async (job: BlankJob): Promise<Uint8Array | undefined> => {
    const { name } = placeOf(job, build)
    const pdf = await readFile(join(folder, name)).catch(() => undefined)
    // A machine that stopped while it wrote may leave a part of a file.
    const whole = pdf && isWhole(pdf) ? pdf : undefined
    known.set(name, whole && factsOf(whole))
    return whole
  }
  const keep = async (job: BlankJob, pdf: Uint8Array) => {
    const { name, prefix } = placeOf(job, build)
    known.set(name, factsOf(pdf))
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const part = join(folder, `${name}.part`)
    await writeFile(part, pdf)
    await rename(part, join(folder, name))
    const old = (await readdir(folder)).filter((each) => each.startsWith(prefix) && each !== name)
    await Promise.all(old.map((each) => rm(join(folder, each), { force: true })))
  }

  return {
    async print(job, patience) {
      if (job.kind !== 'blank') return printer.print(job, patience)
      const kept = await look(job)
      if (kept) return kept
      const pdf = await printer.print(job, patience)
      await keep(job, pdf).catch(() => undefined)
      return pdf
    },
    async kept(job) {
      if (job.kind !== 'blank') return printer.kept(job)
      const { name } = placeOf(job, build)
      if (!known.has(name)) await look(job)
      return known.get(name)
    },
    close: () => printer.close(),
  }
}

/** The file of a form: older ones of the same form, language and look begin alike. */
function placeOf(job: BlankJob, build: string): { readonly name: string; readonly prefix: string } {
  const prefix = `${job.form}.${job.language}.${job.look}.`
  return { prefix, name: `${prefix}${createHash('sha256').update(`${build}\n${JSON.stringify(job)}`).digest('hex')}.pdf` }
}

const isWhole = (pdf: Uint8Array) => Buffer.from(pdf.subarray(-16)).toString('latin1').trimEnd().endsWith('%%EOF')

/** Our own files say of each page that it is one, in so many words. */
const factsOf = (pdf: Uint8Array): KeptPaper => ({ bytes: pdf.byteLength, pages: (Buffer.from(pdf).toString('latin1').match(/\/Type \/Page\b(?!s)/g) ?? []).length })
