import { useRef } from 'react'
import { readFiles } from '../../live/read-files.ts'
import type { PickedFiles } from '../../shared/picked-files.ts'
import type { Slack } from './use-slack.ts'

/** Uploads the files that are picked in a form, and knows them by their ids. */
export function useUploads(slack: Slack): PickedFiles {
  const names = useRef(new Map<string, string>())

  async function upload(files: File[]): Promise<string[]> {
    const { ids } = await slack.ask('slack.upload', { files: await readFiles(files) })
    for (const [index, id] of ids.entries()) names.current.set(id, files[index]?.name ?? id)
    return ids
  }

  return { names: (id) => names.current.get(id) ?? id, upload }
}
