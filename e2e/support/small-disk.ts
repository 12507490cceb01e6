import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of a few megabytes, which a test can fill to its last byte. */
export interface SmallDisk {
  readonly folder: string
  fill(): void
  /** Makes room again. */
  empty(): void
  unmount(): void
}

const run = (...[command = '', ...args]: string[]) => spawnSync(command, args).status === 0

/** Undefined where nobody may mount a disk. */
export function smallDisk(megabytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-disk-'))
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'waymark', folder)) {
    rmSync(folder, { recursive: true })
    return undefined
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    fill() {
      // Pages first, then single bytes, until there is no room for one more.
      for (const size of [65_536, 4096, 1]) {
        try {
          for (;;) appendFileSync(filler, Buffer.alloc(size))
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
        }
      }
    },
    empty: () => rmSync(filler),
    unmount() {
      run('umount', folder)
      rmSync(folder, { recursive: true })
    },
  }
}

/** From now on the kernel refuses a process every write that would make a file longer, or allows them again. False where that cannot be set. */
export const letGrow = (pid: number, isAllowed: boolean): boolean => run('prlimit', '--pid', String(pid), `--fsize=${isAllowed ? 'unlimited' : '0'}:unlimited`)
