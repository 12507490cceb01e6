import { randomBytes } from 'node:crypto'
import { createReadStream, mkdirSync, type Stats } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, statfs, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { StoreUnavailable } from '~/applications/failures'
import type { Bytes, Objects } from '~/applications/ports'

/** How much of the disk files leave free, and no more than a part of a small disk: the database beside them must always be able to write. */
const RESERVE = 256 * 1024 * 1024
const PART_OF_DISK = 1 / 5
/** How many bytes are written between two looks at what is free. */
const LOOK_EVERY = 8 * 1024 * 1024
const PART = '.part'

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** @throws StoreUnavailable for whatever the disk says no to */
async function onDisk<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? new StoreUnavailable(error.message, { cause: error }) : error
  }
}

/** A name or a new file in it is only on the disk when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/**
 * Keeps objects as files in a folder that only its owner can read. A file is written under another name and renamed when it is whole and
 * on the disk, so that a name always stands for all of its bytes.
 * @param reserve how many bytes of the disk are left free; without it, as many as suit its size
 */
export function diskObjects(folder: string, reserve?: number): Objects {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // A folder for each of the first two characters: a single one with many files is slow on some disks.
  const shelfOf = (name: string) => join(folder, name.slice(0, 2))
  const pathOf = (name: string) => {
    if (!/^[\w-]{8,64}(\.[\w-]+\.part)?$/.test(name)) throw new Error('An object has a name of letters, digits and hyphens.')
    return join(shelfOf(name), name)
  }
  const demandRoom = async () => {
    const { bavail, blocks, bsize } = await statfs(folder)
    if (bavail * bsize < (reserve ?? Math.min(RESERVE, blocks * bsize * PART_OF_DISK))) throw new StoreUnavailable('The disk for files is full.')
  }

  async function write(file: FileHandle, bytes: Bytes): Promise<void> {
    let sinceLook = LOOK_EVERY
    for await (const chunk of bytes) {
      await onDisk(async () => {
        if (sinceLook >= LOOK_EVERY) {
          await demandRoom()
          sinceLook = 0
        }
        sinceLook += chunk.byteLength
        await file.appendFile(chunk)
      })
    }
    await onDisk(() => file.sync())
  }

  return {
    async put(name, bytes) {
      const path = pathOf(name)
      const part = `${path}.${randomBytes(6).toString('hex')}${PART}`
      const file = await onDisk(async () => {
        await mkdir(shelfOf(name), { recursive: true, mode: 0o700 })
        return open(part, 'wx', 0o600)
      })
      try {
        try {
          await write(file, bytes)
        } finally {
          await file.close()
        }
        await onDisk(async () => {
          await rename(part, path)
          await syncFolder(shelfOf(name))
          await syncFolder(folder)
        })
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
    },

    async get(name) {
      const path = pathOf(name)
      return (await statOf(path)) && read(path)
    },

    delete: (name) => onDisk(() => rm(pathOf(name), { force: true })),

    async *list() {
      const shelves = await onDisk(() => readdir(folder))
      for (const shelf of shelves.filter((each) => /^[\w-]{2}$/.test(each))) {
        for (const name of await onDisk(() => readdir(join(folder, shelf)))) {
          const found = await statOf(join(folder, shelf, name))
          if (found?.isFile()) yield { name, at: found.mtime.toISOString() }
        }
      }
    },
  }
}

/** Undefined for what was deleted meanwhile. */
const statOf = (path: string): Promise<Stats | undefined> =>
  onDisk(() =>
    stat(path).catch((error: unknown) => {
      if (isMissing(error)) return undefined
      throw error
    }),
  )

/** Opens the file when the first byte is asked for, so that nothing stays open when none is. */
async function* read(path: string): Bytes {
  try {
    for await (const chunk of createReadStream(path)) yield chunk as Buffer
  } catch (error) {
    throw new StoreUnavailable((error as Error).message, { cause: error })
  }
}
