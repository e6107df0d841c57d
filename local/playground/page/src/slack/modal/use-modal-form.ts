import { useState } from 'react'
import type { SlackView } from '../../../../../slack/screen-shape.ts'
import { type Answer, type Control, keyOf } from '../blocks/surface.ts'

/** By block_id, then by action_id. */
export type Answers = Record<string, Record<string, Answer>>

/** What the inputs of a modal hold that differs from how it was opened. Answers outlive an update of the view. */
export function useModalForm(view: SlackView) {
  const [values, setValues] = useState<Record<string, Answer>>({})
  const [uploads, setUploads] = useState(0)
  /** The form can't be submitted until the work is done, so that no file is missing. */
  async function uploading<Value>(work: Promise<Value>): Promise<Value> {
    setUploads((count) => count + 1)
    try {
      return await work
    } finally {
      setUploads((count) => count - 1)
    }
  }
  const set = (key: string, value: Answer) => setValues((now) => ({ ...now, [key]: value }))
  const answers = (changed?: Control, value?: Answer): Answers => {
    const held = changed && value !== undefined ? { ...values, [keyOf(changed)]: value } : values
    const known = new Set(view.blocks.map((block) => block.block_id))
    const byBlock: Answers = {}
    for (const [key, value] of Object.entries(held)) {
      const [blockId = '', actionId = ''] = key.split('/')
      if (known.has(blockId)) byBlock[blockId] = { ...byBlock[blockId], [actionId]: value }
    }
    return byBlock
  }
  return { values, set, answers, uploading, isUploading: uploads > 0 }
}
